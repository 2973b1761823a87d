package gradus.autograd.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import gradus.autograd.UnaryOp;
import org.junit.jupiter.api.Test;

/** The expected deviations are those of the same net in NumPy. */
class DeepNetTest {

    private static double[] deviations(Initialization initialization) {
        return DeepNet.LECTURE.activations(initialization).stream()
                .mapToDouble(LayerValues::deviation)
                .toArray();
    }

    private static void assertDeviations(Initialization initialization, double... expected) {
        var actual = deviations(initialization);
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("layer %d", i + 1).isCloseTo(expected[i], withinPercentage(2));
        }
    }

    @Test
    void row8_1_zeros_allUnitsTheSame() {
        var tanh = new DeepNet(2, 10, 20, UnaryOp.TANH, 0).activations(Initialization.ZEROS);
        assertThat(tanh)
                .allSatisfy(layer -> assertThat(layer.values().toArray()).containsOnly(0));
        var sigmoid = new DeepNet(2, 10, 20, UnaryOp.SIGMOID, 0).activations(Initialization.ZEROS);
        assertThat(sigmoid)
                .allSatisfy(layer -> assertThat(layer.values().toArray()).containsOnly(0.5));
    }

    @Test
    void row8_2_tooSmall_collapsesToZero() {
        assertDeviations(Initialization.normal(0.01), .2134, .0477, .0107, .00238, .000532, .000120);
    }

    @Test
    void row8_2_tooLarge_saturates() {
        assertDeviations(Initialization.normal(1), .982, .982, .982, .982, .982, .982);
    }

    @Test
    void row8_2_xavier_staysSpread() {
        assertDeviations(Initialization.XAVIER, .628, .486, .408, .359, .322, .294);
    }

    @Test
    void row8_3_relu_heKeepsWhatXavierLoses() {
        var relu = new DeepNet(6, 200, 300, UnaryOp.RELU, 0);
        var xavier = relu.activations(Initialization.XAVIER);
        var he = relu.activations(Initialization.HE);
        // Half of the second moment is lost at each ReLU; He's factor 2 gives it back.
        assertThat(secondMoment(xavier.get(5))).isCloseTo(1.0 / 64, withinPercentage(40));
        assertThat(secondMoment(he.get(5))).isCloseTo(1, withinPercentage(40));
    }

    private static double secondMoment(LayerValues layer) {
        return layer.mean() * layer.mean() + layer.deviation() * layer.deviation();
    }

    @Test
    void row8_3_gradients_vanishWithSmallWeightsAndStayWithHe() {
        var relu = new DeepNet(6, 100, 100, UnaryOp.RELU, 0);
        var small = relu.gradients(Initialization.normal(0.01));
        var he = relu.gradients(Initialization.HE);
        assertThat(small.get(0).deviation()).isLessThan(1e-4);
        assertThat(he.get(0).deviation()).isBetween(0.5, 2.0);
        assertThat(he.get(5).deviation()).isCloseTo(1, withinPercentage(3));
    }

    @Test
    void initialization_byName() {
        assertThat(Initialization.named("He")).isSameAs(Initialization.HE);
        assertThat(Initialization.named("0.5").deviation(10, 20)).isEqualTo(0.5);
        assertThat(Initialization.named("glorot")).isSameAs(Initialization.XAVIER);
        assertThat(Initialization.named("glorot-normal")).isSameAs(Initialization.GLOROT_NORMAL);
        assertThat(Initialization.named("glorot-uniform")).isSameAs(Initialization.GLOROT_UNIFORM);
        assertThatThrownBy(() -> Initialization.named("best")).hasMessageContaining("use zeros, xavier, glorot-normal");
        assertThatThrownBy(() -> Initialization.named("-1")).hasMessageContaining("must be 0 or more");
    }

    @Test
    void sizesOutOfRange_areRefused() {
        assertThatThrownBy(() -> new DeepNet(0, 1, 1, UnaryOp.TANH, 0)).hasMessageContaining("between 1 and 50");
        assertThatThrownBy(() -> new DeepNet(1, 1, 1_000_000, UnaryOp.TANH, 0)).hasMessageContaining("samples");
    }

    @Test
    void glorot_drawsAsThePaperSays() {
        // Glorot and Bengio 2010, equation 16: uniform in ±√6/√(fan_in + fan_out); for 300 and 200 that is ±0.109545.
        var uniform = Initialization.GLOROT_UNIFORM.weights(3, 300, 200);
        assertThat(uniform.max().value()).isCloseTo(0.1095445, withinPercentage(0.1));
        assertThat(uniform.min().value()).isCloseTo(-0.1095445, withinPercentage(0.1));
        var normal = Initialization.GLOROT_NORMAL.weights(3, 300, 200);
        // √(2/500) = 0.0632456 for both
        assertThat(Math.sqrt(uniform.variance().value())).isCloseTo(0.0632456, withinPercentage(1));
        assertThat(Math.sqrt(normal.variance().value())).isCloseTo(0.0632456, withinPercentage(1));
        assertThat(Initialization.GLOROT_UNIFORM.deviation(300, 200)).isCloseTo(0.0632456, withinPercentage(0.001));
        assertThat(uniform.requiresGrad()).isFalse();
        assertThat(uniform.shape()).hasToString("300×200");
    }
}
