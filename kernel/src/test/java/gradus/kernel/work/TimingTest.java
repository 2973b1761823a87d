package gradus.kernel.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {

    @Test
    void statistics_areThoseOfTheRuns() {
        var timing = new Timing(List.of(2.0, 4.0, 9.0), 10);
        assertThat(timing.best()).isEqualTo(2);
        assertThat(timing.mean()).isEqualTo(5);
        assertThat(timing.spread()).isCloseTo(Math.sqrt(13), within(1e-12)); // (9 + 1 + 16) / 2
    }

    @Test
    void oneRun_hasNoSpread() {
        assertThat(new Timing(List.of(2.0), 1).spread()).isZero();
    }

    @Test
    void givenLoopsAndRuns_areKept() throws Throwable {
        List<Long> asked = new ArrayList<>();
        Timing.of(asked::add, 5, 3);
        assertThat(asked).containsExactly(5L, 5L, 5L);
    }

    @Test
    void loopsAndRuns_areNotNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Timing.of(n -> {}, 0, 1));
    }

    @Test
    void times_haveThreeDigitsAndAUnit() {
        assertThat(Timing.text(0.5)).isEqualTo("0.50 ns");
        assertThat(Timing.text(12.34)).isEqualTo("12.3 ns");
        assertThat(Timing.text(999.7)).isEqualTo("1.00 µs");
        assertThat(Timing.text(1234567)).isEqualTo("1.23 ms");
        assertThat(Timing.text(123e9)).isEqualTo("123 s");
    }
}
