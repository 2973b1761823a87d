package gradus.autograd.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawsTest {

    private static final int N = 1_000_000;

    /** Python's logarithm and exponential may end in another digit. */
    private static final double ROUNDING = 1e-14;

    /** From a Python program for SplitMix64 (Steele, Lea and Flood, 2014) and Doornik's ziggurat. */
    @Test
    void normal_isDoornikOverSplitMix() {
        assertThat(Draws.normal(42, 5))
                .containsExactly(
                        new double[] {
                            -1.167640669669119,
                            0.9860806760938344,
                            0.7190971499218926,
                            1.5724518506734948,
                            0.059067239890588485
                        },
                        within(ROUNDING));
        // Thousands of draws later, over strips' ends and tails.
        var many = Draws.normal(42, 100_000);
        assertThat(many[999]).isCloseTo(0.6843272665367897, within(ROUNDING));
        assertThat(many[99_999]).isCloseTo(0.31651339046198557, within(ROUNDING));
        assertThat(Arrays.stream(many).max().orElseThrow()).isCloseTo(4.527931740355082, within(ROUNDING));
    }

    /** To the last digit: this number was the same on JDK 17 and 25. */
    @Test
    void normal_isTheSameOnEveryMachine() {
        assertThat(Arrays.hashCode(Draws.normal(42, 100_000))).isEqualTo(1361382246);
    }

    @Test
    void uniform_isTheSameOnEveryMachine() {
        assertThat(Draws.uniform(42, 3)).containsExactly(0.7415648787718233, 0.1599103928769201, 0.27860113025513866);
        assertThat(Draws.uniform(5, 1000))
                .containsExactly(new SplittableRandom(5).doubles(1000).toArray());
    }

    /** The moments of the normal distribution, within four standard deviations of their own. */
    @Test
    void normal_hasTheMomentsOfTheNormalDistribution() {
        var x = Draws.normal(1, N);
        assertThat(moment(x, 1)).isCloseTo(0, within(4 / Math.sqrt(N)));
        assertThat(moment(x, 2)).isCloseTo(1, within(4 * Math.sqrt(2.0 / N)));
        assertThat(moment(x, 3)).isCloseTo(0, within(4 * Math.sqrt(15.0 / N)));
        assertThat(moment(x, 4)).isCloseTo(3, within(4 * Math.sqrt(96.0 / N)));
    }

    /** P(|x| &gt; limit) from tables of the normal distribution; beyond 3.44 lies the tail, which is drawn by itself. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.6170751", "1, 0.3173105", "2, 0.0455003", "3, 0.0026998", "3.5, 0.00046526", "4, 0.00006334"})
    void normal_isAsOftenFarOutAsTheTablesSay(double limit, double expected) {
        long beyond = Arrays.stream(Draws.normal(2, N))
                .filter(x -> Math.abs(x) > limit)
                .count();
        assertThat((double) beyond / N).isCloseTo(expected, within(4 * Math.sqrt(expected / N)));
    }

    private static double moment(double[] x, int power) {
        return Arrays.stream(x).map(v -> Math.pow(v, power)).sum() / x.length;
    }
}
