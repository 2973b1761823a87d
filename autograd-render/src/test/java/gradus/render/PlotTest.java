package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.autograd.Tensor;
import gradus.autograd.Var;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {

    @Test
    void series_isReadFromWhateverHoldsNumbers() {
        for (Object numbers : List.of(
                new double[] {1, 2},
                new int[] {1, 2},
                List.of(1, 2.0),
                new Var[] {new Var(1), new Var(2)},
                Tensor.of(1, 2))) {
            assertThat(Plot.of("s", numbers).text()).contains("  0      1\n  1      2\n");
        }
    }

    @Test
    void pairs_areAbscissaAndOrdinate() {
        for (Object pairs : List.of(
                new double[][] {{5, 1}, {7, 2}},
                List.of(List.of(5, 1), List.of(7, 2)),
                List.of(new double[] {5, 1}, new double[] {7, 2}),
                Tensor.of(new double[][] {{5, 1}, {7, 2}}))) {
            assertThat(Plot.of("s", pairs).text()).contains("  5      1\n  7      2\n");
        }
    }

    @Test
    void whatHoldsNoNumbers_isRefusedByName() {
        assertThatThrownBy(() -> Plot.of("words", List.of("a")))
                .hasMessageContaining("words is of class")
                .hasMessageContaining("numbers, such as double[]");
    }

    @Test
    void emptySeries_isRefusedByName() {
        assertThatThrownBy(() -> Plot.of("losses", List.of())).hasMessageContaining("losses holds no number");
    }

    @Test
    void map_namesItsSeries() {
        var map = new LinkedHashMap<String, Object>();
        map.put("train", new double[] {3, 1});
        map.put("test", List.of(4, 2));
        assertThat(Plot.of(map).text()).startsWith("Plot of train, test").contains("\ntrain\n", "\ntest\n");
    }

    @Test
    void numbersThatCannotBeDrawn_areTold() {
        assertThat(Plot.of("loss", 1, Double.NaN, Double.POSITIVE_INFINITY).text())
                .contains("loss: numbers that cannot be drawn: 2; the first is NaN, at 1.");
        assertThat(Plot.of("loss", 1, 0, 2).log().text()).contains("cannot be drawn: 1; the first is 0, at 1.");
    }

    @Test
    void plot_isNotChangedByItsMethods() {
        var plot = Plot.of("a", 1, 2);
        plot.and("b", 3, 4).log().title("other");
        assertThat(plot.text()).startsWith("Plot of a\n").doesNotContain("b");
    }

    @Test
    void longSeries_isToldInFortyRows() {
        assertThat(Plot.of("x²", t -> t * t, 0, 2).text()).contains("x² (rows: 40 of 201)", "  2      4\n");
    }

    @Test
    void hostileLabels_stayText() {
        var label = "</script><script>alert(1)</script>\"'$x$ 🎓 " + "long ".repeat(40);
        var html = Plot.of(label, 1, 2)
                .and("b", 1, 3)
                .title(label)
                .x(label)
                .y(label)
                .html();
        assertThat(html.split("<script", -1)).hasSize(2);
        assertThat(html.replace("<span>$</span>", "")
                        .replaceAll("alt=\"[^\"]*\"", "")
                        .replaceAll("(?s)<script.*</script>", ""))
                .doesNotContain("$");
    }
}
