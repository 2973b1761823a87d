package gradus.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Tensor;
import gradus.autograd.init.Initialization;
import org.junit.jupiter.api.Test;

class LayerStatisticsTest {

    private static Sequential net() {
        var first = new Linear(2, 3, Initialization.ZEROS, 0);
        first.W().set(1, -1, 0, 0, 0, 0);
        first.b().set(0, 0, -1);
        var second = new Linear(3, 1, Initialization.ZEROS, 0);
        second.W().set(2, 3, 5);
        return new Sequential(first, new ReLU(), second);
    }

    private final Tensor x =
            Tensor.of(new double[][] {{1, 0}, {2, 0}, {-3, 0}, {4, 0}}).detach();

    @Test
    void activations_areThoseOfTheLayer() {
        var layers = LayerStatistics.of(net(), x, Tensor::sum);
        assertThat(layers).extracting(LayerStatistics::layer).containsExactly("Linear(2 → 3)", "ReLU", "Linear(3 → 1)");
        assertThat(layers.get(1).activations().values().toArray()).containsExactly(1, 0, 0, 2, 0, 0, 0, 3, 0, 4, 0, 0);
        assertThat(layers.get(2).activations().mean()).isEqualTo((2 + 4 + 9 + 8) / 4.0);
        // of 2, 4, 9, 8 around 5.75: (3.75² + 1.75² + 3.25² + 2.25²)/4
        assertThat(layers.get(2).activations().deviation()).isEqualTo(Math.sqrt(8.1875));
    }

    @Test
    void gradients_areThoseOfTheLoss() {
        var layers = LayerStatistics.of(net(), x, Tensor::sum);
        assertThat(layers.get(2).gradients().values().toArray()).containsOnly(1);
        assertThat(layers.get(1).gradients().values().toArray()).containsExactly(2, 3, 5, 2, 3, 5, 2, 3, 5, 2, 3, 5);
        assertThat(layers.get(0).gradients().values().toArray()).containsExactly(2, 0, 0, 2, 0, 0, 0, 3, 0, 2, 0, 0);
    }

    @Test
    void deadUnits_areThoseThatNoSampleSwitchesOn() {
        var relu = LayerStatistics.of(net(), x, Tensor::sum).get(1);
        assertThat(relu.deadUnits()).isEqualTo(1);
        assertThat(relu.zeros()).isEqualTo(8 / 12.0);
    }

    @Test
    void looking_leavesNoGradientBehind() {
        var net = net();
        LayerStatistics.of(net, x, Tensor::sum);
        assertThat(net.parameters()).noneMatch(Tensor::hasGrad);
        assertThat(x.hasGrad()).isFalse();
    }

    @Test
    void text_hasMeanAndDeviation() {
        assertThat(LayerStatistics.of(net(), x, Tensor::sum).get(2))
                .hasToString("3 Linear(3 → 1): activations 5.75 ± 2.86, gradients 1 ± 0");
    }
}
