package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import gradus.autograd.data.Dataset;
import gradus.autograd.init.Initialization;
import gradus.autograd.nn.Activation;
import gradus.autograd.nn.Layer;
import gradus.autograd.nn.LayerStatistics;
import gradus.autograd.nn.Linear;
import gradus.autograd.nn.MLP;
import gradus.autograd.nn.MSELoss;
import gradus.autograd.nn.Sequential;
import gradus.autograd.optim.SGD;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lectures' section 8, on nets made of layers; {@link gradus.autograd.init.DeepNet} draws the same. */
class Lectures8InitializationTest {

    @Test
    void row8_1_allZeros_unitsStayTheSame() {
        var moons = Dataset.moons(1, 40, 0.1);
        var net = new MLP(new int[] {2, 3, 1}, UnaryOp.SIGMOID, Initialization.ZEROS, 0);
        assertThat(net.outputs(moons.x()).get(1).toArray()).containsOnly(0.5);
        var optimizer = new SGD(net.parameters(), 0.5);
        for (int epoch = 0; epoch < 50; epoch++) {
            optimizer.zeroGrad();
            new MSELoss().apply(net.forward(moons.x()), moons.y()).backward();
            optimizer.step();
        }
        var w1 = net.parameters().get(0);
        assertThat(w1.toArray()).doesNotContain(0);
        for (int unit = 1; unit < 3; unit++) {
            assertThat(w1.slice(":, " + unit).toArray())
                    .isEqualTo(w1.slice(":, 0").toArray());
        }
    }

    /** Layers of equal width without bias, with the activation behind each. */
    private static Sequential deep(int layers, int width, UnaryOp activation, Initialization initialization) {
        var all = new ArrayList<Layer>();
        for (int i = 1; i <= layers; i++) {
            all.add(new Linear(width, width, false, initialization, i));
            all.add(new Activation(activation));
        }
        return new Sequential(all);
    }

    private static List<LayerStatistics> activations(Sequential net, int samples) {
        int width = net.parameters().get(0).shape().axis(0);
        var upstream = Tensor.randn(77, samples, width).detach();
        var layers = LayerStatistics.of(
                net, Tensor.randn(99, samples, width), z -> z.mul(upstream).sum());
        return layers.stream().filter(s -> !s.layer().startsWith("Linear")).toList();
    }

    private static double[] deviations(List<LayerStatistics> layers) {
        return layers.stream().mapToDouble(s -> s.activations().deviation()).toArray();
    }

    private static double[] gradients(List<LayerStatistics> layers) {
        return layers.stream().mapToDouble(s -> s.gradients().deviation()).toArray();
    }

    private static void assertDeviations(Initialization initialization, double... expected) {
        var actual = deviations(activations(deep(6, 500, UnaryOp.TANH, initialization), 1000));
        assertThat(actual).hasSize(6);
        for (int i = 0; i < 6; i++) {
            assertThat(actual[i]).as("layer %d", i + 1).isCloseTo(expected[i], withinPercentage(2));
        }
    }

    /** Expected: the lecture's net in NumPy, as the table of speeds has it. */
    @Test
    void row8_2_deviationsALayer() {
        assertDeviations(Initialization.normal(0.01), .2134, .0477, .0107, .00238, .000532, .000120);
        assertDeviations(Initialization.normal(1), .982, .982, .982, .982, .982, .982);
        assertDeviations(Initialization.XAVIER, .628, .486, .408, .359, .322, .294);
    }

    @Test
    void row8_3_reluForward_heKeepsWhatXavierLoses() {
        var xavier = activations(deep(6, 200, UnaryOp.RELU, Initialization.XAVIER), 300);
        var he = activations(deep(6, 200, UnaryOp.RELU, Initialization.HE), 300);
        // Each ReLU halves the second moment, and He's 2 gives it back: after six layers 2⁻⁶ᐟ² = 1/8 of the deviation.
        assertThat(deviations(xavier)[5] / deviations(he)[5]).isCloseTo(0.125, withinPercentage(0.1));
        assertThat(deviations(he)[5]).isCloseTo(deviations(he)[0], withinPercentage(30));
    }

    @Test
    void row8_3_gradientsBack_heKeepsWhatXavierLoses() {
        var small = gradients(activations(deep(6, 200, UnaryOp.RELU, Initialization.normal(0.01)), 300));
        var xavier = gradients(activations(deep(6, 200, UnaryOp.RELU, Initialization.XAVIER), 300));
        var he = gradients(activations(deep(6, 200, UnaryOp.RELU, Initialization.HE), 300));
        assertThat(small[0]).isLessThan(1e-4);
        assertThat(xavier[0]).isCloseTo(Math.pow(2, -2.5), withinPercentage(30));
        assertThat(he[0]).isCloseTo(1, withinPercentage(30));
        assertThat(he[5]).isCloseTo(1, withinPercentage(3));
    }
}
