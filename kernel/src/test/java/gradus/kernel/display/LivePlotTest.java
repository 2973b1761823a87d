package gradus.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.RecordedOutput;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LivePlotTest {

    private final RecordedOutput output = new RecordedOutput();

    @BeforeEach
    void enter() {
        Outputs.enter(output);
    }

    @AfterEach
    void leave() {
        Outputs.leave();
    }

    private MimeBundle shown() {
        assertThat(output.shown()).hasSize(1);
        return output.shown().get(0);
    }

    @Test
    void manyNumbers_areFewDrawings_andTheLastOneHasAll() {
        long start = System.nanoTime();
        var plot = LivePlot.of("loss", "accuracy").styled(each -> each.x("epoch"));
        for (int i = 0; i <= 50_000; i++) {
            plot.add(1.0 / (i + 1), i);
        }
        Outputs.leave();
        long halves = (System.nanoTime() - start) / 500_000_000;
        assertThat((long) output.updates()).isLessThanOrEqualTo(halves + 1);
        assertThat(shown().text()).contains("epoch", "50000", "accuracy");
        assertThat(shown().data()).containsKeys(MimeBundle.PNG, MimeBundle.HTML);
    }

    @Test
    void laterCell_addsToTheSameChart() {
        var plot = LivePlot.of("loss");
        plot.add(4);
        Outputs.leave();
        Outputs.enter(output);
        plot.add(2);
        plot.add(1.25);
        Outputs.leave();
        assertThat(shown().text()).contains("1.25");
    }

    @Test
    void watchedList_isDrawnAsTheCellLeavesIt() throws InterruptedException {
        var losses = new ArrayList<Double>();
        LivePlot.watch(Map.of("losses", losses), plot -> plot.log());
        assertThat(shown().text()).isEqualTo("losses: no number yet");
        losses.add(9.0);
        losses.add(3.0);
        for (int i = 0; i < 100 && output.updates() == 0; i++) {
            Thread.sleep(100);
        }
        assertThat(shown().text()).contains("9").contains("3");
        losses.add(0.75);
        Outputs.leave();
        assertThat(shown().text()).contains("0.75");
    }

    @Test
    void wrongCountOfNumbers_isTold() {
        assertThatThrownBy(() -> LivePlot.of("loss").add(1, 2))
                .hasMessage("the plot has the lines [loss] and needs a number for each, not 2");
        assertThatThrownBy(() -> LivePlot.of("a", "a")).hasMessageContaining("all different");
    }
}
