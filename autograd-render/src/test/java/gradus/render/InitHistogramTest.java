package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.autograd.Tensor;
import gradus.autograd.UnaryOp;
import gradus.autograd.init.DeepNet;
import gradus.autograd.init.Initialization;
import gradus.autograd.nn.Layer;
import gradus.autograd.nn.Linear;
import gradus.autograd.nn.MLP;
import org.junit.jupiter.api.Test;

class InitHistogramTest {

    private static final DeepNet SMALL = new DeepNet(3, 20, 50, UnaryOp.TANH, 0);

    @Test
    void text_hasMeanDeviationAndSaturationOfEveryLayer() {
        assertThat(InitHistogram.of(SMALL, Initialization.ZEROS, Initialization.XAVIER)
                        .text())
                .startsWith("Values of each layer (layers: 3, width: 20, activation: tanh, samples: 50)")
                .containsPattern("W = 0\n.*mean +std.*\n  layer 1 +0 +0 +saturated 0 %");
    }

    /** Row 8.2: 0.01·randn collapses to (0.01·√500)⁶ = 1.2·10⁻⁴, 1·randn saturates, Xavier stays spread. */
    @Test
    void lecture_showsCollapseSaturationAndSpread() {
        var rows = InitHistogram.lecture().text().lines().toList();
        assertThat(last(rows, "W = 0.01 · randn")).containsPattern(" 0\\.0001[12]\\d+ +saturated 0 %");
        assertThat(last(rows, "W = 1 · randn")).containsPattern("0\\.9\\d+ +saturated [89]\\d");
        assertThat(last(rows, "W = randn / √fan_in  (Xavier)")).containsPattern(" 0\\.[23]\\d+ +saturated 0");
    }

    private static String last(java.util.List<String> rows, String heading) {
        return rows.get(rows.indexOf(heading) + 7);
    }

    @Test
    void lecture_fitsIntoANotebook() {
        var picture = InitHistogram.lecture();
        int png = (picture.png().length + 2) / 3 * 4;
        assertThat(picture.html().length() + png + picture.text().length()).isLessThan(250_000);
    }

    /** Row 8.3: what is 0 for every sample is dead, and zeros kill all. */
    @Test
    void relu_tellsDeadUnits() {
        var relu = new DeepNet(2, 10, 20, UnaryOp.RELU, 0);
        assertThat(InitHistogram.of(relu, Initialization.ZEROS).text()).contains("dead 100 %");
    }

    @Test
    void both_hasValuesAndGradients() {
        assertThat(InitHistogram.both(SMALL, Initialization.HE).text())
                .startsWith("Values and gradients of each layer")
                .contains("(He): values", "(He): gradients");
    }

    /** |2σ − 1| > 0.97 where σ is 0 or 1. */
    @Test
    void sigmoid_saturatesAtZeroAndOne() {
        assertThat(InitHistogram.of(new DeepNet(1, 4, 4, UnaryOp.SIGMOID, 0), Initialization.normal(1e6))
                        .text())
                .contains("saturated 100 %");
    }

    @Test
    void ownNet_isReadFromItsGraph() {
        class Own extends Layer {
            private final Linear first = layer("first", new Linear(2, 4, Initialization.HE, 1));
            private final Linear second = layer("second", new Linear(4, 3, Initialization.HE, 2));

            @Override
            public Tensor forward(Tensor x) {
                return second.forward(first.forward(x).relu()).sigmoid();
            }
        }
        var net = new Own();
        var text = InitHistogram.of(net, Tensor.randn(3, 30, 2)).text();

        assertThat(text)
                .startsWith("Values and gradients in Own (samples: 30)")
                .contains("layer 1, ReLU", "layer 2, σ");
        assertThat(net.parameters()).noneMatch(Tensor::hasGrad);
    }

    @Test
    void netWithoutActivations_isShownByItsLayers() {
        assertThat(InitHistogram.of(new Linear(2, 4, Initialization.HE, 1), Tensor.randn(3, 30, 2))
                        .text())
                .contains("layer 1 ");
    }

    /** No hidden layer's values are known to a caller, so the deviation of the gradients is checked at the output. */
    @Test
    void gradientsAtTheOutput_areTheNoiseThatWentIn() {
        assertThat(InitHistogram.of(new Linear(2, 4, Initialization.HE, 1), Tensor.randn(3, 3000, 2))
                        .text())
                .containsPattern("Gradients\n.*\n  layer 1 +[−0-9.·⁻¹²³⁴⁵]+ +(0\\.99|1\\.0)");
    }

    @Test
    void deepNet_drawsSomeLayersAndTabulatesAll() {
        var text = InitHistogram.of(new DeepNet(30, 4, 10, UnaryOp.TANH, 0), Initialization.XAVIER)
                .text();
        assertThat(text).contains("Layers drawn: 12 of 30", "  layer 2 ", "  layer 30 ");
    }

    @Test
    void oneRowOfInput_isRefusedWithItsShape() {
        assertThatThrownBy(() -> InitHistogram.of(new MLP(2, 3, 1), Tensor.of(1, 2)))
                .hasMessageContaining("samples as rows")
                .hasMessageContaining("samples × features");
    }

    @Test
    void noInitialization_isRefused() {
        assertThatThrownBy(() -> InitHistogram.of(SMALL)).hasMessageContaining("at least one initialization");
    }

    @Test
    void valuesThatOverflow_areToldAndNotDrawn() {
        var relu = new DeepNet(3, 5, 5, UnaryOp.RELU, 0);
        assertThatThrownBy(() -> InitHistogram.of(relu, Initialization.normal(1e150)))
                .hasMessageContaining("layer 2 overflows with W = 10¹⁵⁰ · randn");
    }
}
