package gradus.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.autograd.Tensor;
import org.junit.jupiter.api.Test;

/** Expected numbers: torch.nn.MSELoss and CrossEntropyLoss of PyTorch 2.15.0 in float64. */
class LossTest {

    private final Tensor scores =
            Tensor.of(new double[][] {{1, 2, -1}, {0.5, -0.25, 3}}).named("scores");
    private final Tensor target = Tensor.of(new double[][] {{0.2, 0.5, 0.3}, {0.1, 0.1, 0.8}})
            .detach()
            .named("target");

    @Test
    void meanSquaredError_isThatOfPyTorch() {
        var loss = new MSELoss().apply(scores, target);
        loss.backward();
        assertThat(loss.value()).isCloseTo(1.6170833333333334, within(1e-15));
        assertThat(scores.grad().toArray())
                .containsExactly(
                        new double[] {
                            0.26666666666666666,
                            0.5,
                            -0.43333333333333335,
                            0.13333333333333333,
                            -0.11666666666666665,
                            0.7333333333333334
                        },
                        within(1e-15));
    }

    @Test
    void crossEntropyAgainstLabels_isThatOfPyTorch() {
        var loss = new CrossEntropyLoss().apply(scores, 1, 0);
        loss.backward();
        assertThat(loss.value()).isCloseTo(1.4815538782940914, within(1e-15));
        assertThat(scores.grad().toArray())
                .containsExactly(
                        new double[] {
                            0.12974823017120957,
                            -0.1473077436508794,
                            0.017559513479669865,
                            -0.46338300200813454,
                            0.017296645113142155,
                            0.4460863568949923
                        },
                        within(1e-15));
    }

    @Test
    void crossEntropyAgainstProbabilities_isThatOfPyTorch() {
        var loss = new CrossEntropyLoss().apply(scores, target);
        loss.backward();
        assertThat(loss.value()).isCloseTo(1.0690538782940915, within(1e-15));
        assertThat(scores.grad().toArray())
                .containsExactly(
                        new double[] {
                            0.02974823017120956,
                            0.1026922563491206,
                            -0.13244048652033014,
                            -0.013383002008134526,
                            -0.03270335488685785,
                            0.0460863568949923
                        },
                        within(1e-15));
    }

    @Test
    void targetsWithoutTheAxisOfThePredictions_areRefused() {
        var prediction = Tensor.zeros(4, 1).named("prediction");
        var y = Tensor.zeros(4).named("y");
        assertThatThrownBy(() -> new MSELoss().apply(prediction, y))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mse: prediction has the shape 4×1 and y has the shape 4; they must be equal."
                        + " Did you mean to reshape y to 4×1?");
        assertThatThrownBy(() -> new CrossEntropyLoss().apply(prediction, y))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("crossEntropy: prediction has the shape 4×1 and y has the shape 4;")
                .hasMessageContaining("Labels are given as whole numbers, apply(scores, 0, 2, 1), or");
    }

    @Test
    void labelsOfTheWrongNumber_areRefused() {
        assertThatThrownBy(() -> new CrossEntropyLoss().apply(scores, 1)).hasMessageContaining("2×3 and 1 labels");
        assertThatThrownBy(() -> new CrossEntropyLoss().apply(scores, 1, 3)).hasMessageContaining("label 3 at place 1");
    }
}
