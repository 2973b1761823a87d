package gradus.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.kernel.session.Outputs;
import gradus.kernel.session.RecordedOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final RecordedOutput output = new RecordedOutput();

    @BeforeEach
    void enter() {
        Outputs.enter(output);
    }

    @AfterEach
    void leave() {
        Outputs.leave();
    }

    private String bar(int index) {
        return output.shown().get(index).text();
    }

    @Test
    void loop_runsOverEveryElementOnce() {
        var seen = new ArrayList<Integer>();
        for (int i : Progress.of(2, 5)) {
            seen.add(i);
        }
        assertThat(seen).containsExactly(2, 3, 4);
        assertThat(bar(0)).startsWith("100 % ").contains("3/3").doesNotContain("left");
    }

    @Test
    void manySteps_areNotManyDrawings() {
        long start = System.nanoTime();
        for (int i : Progress.of(1_000_000)) {
            assertThat(i).isNotNegative();
        }
        long tenths = (System.nanoTime() - start) / 100_000_000;
        assertThat((long) output.updates()).isLessThanOrEqualTo(tenths + 1);
        assertThat(bar(0)).contains("1000000/1000000");
    }

    @Test
    void emptyLoop_isDone() {
        for (int i : Progress.of(0)) {
            assertThat(i).isNull();
        }
        assertThat(bar(0)).startsWith("100 %").contains("0/0");
    }

    @Test
    void loopThatIsLeft_saysSoAtTheEndOfTheCell() {
        for (int i : Progress.of(10).named("epoch")) {
            if (i == 4) {
                break;
            }
        }
        Outputs.leave();
        assertThat(bar(0)).startsWith("epoch  40 %").contains("4/10").endsWith("– stopped");
    }

    @Test
    void nestedLoops_haveABarEach() {
        for (int i : Progress.of(2)) {
            for (int j : Progress.of(List.of(i))) {
                assertThat(j).isEqualTo(i);
            }
        }
        Outputs.leave();
        assertThat(output.shown())
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.text()).startsWith("100 %"));
    }

    @Test
    void streamOfUnknownLength_isCounted() {
        for (int i : Progress.of(IntStream.range(0, 9).filter(i -> i % 2 == 0))) {
            assertThat(i).isEven();
        }
        assertThat(bar(0)).startsWith("5, ");
    }

    @Test
    void note_standsBehindTheBar() {
        var bar = Progress.of(3);
        for (int i : bar) {
            bar.note("loss " + i);
        }
        assertThat(bar(0)).endsWith(" · loss 2");
    }
}
