package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.autograd.optim.SGD;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows 4.7 and 4.8 of the lectures: what becomes of gradients from one step to the next. */
class Lectures4TrainingTest {

    @Test
    void row4_7_gradientsAddUpUnlessTheyAreZeroed() {
        var zeroed = Tensor.ones(4);
        var kept = Tensor.ones(4);
        for (int round = 1; round <= 3; round++) {
            zeroed.zeroGrad();
            zeroed.mul(3).sum().backward();
            kept.mul(3).sum().backward();
            assertThat(zeroed.grad().toArray()).containsExactly(3, 3, 3, 3);
            assertThat(kept.grad().toArray()).hasSize(4).containsOnly(3.0 * round);
        }
    }

    @Test
    void row4_8_zeroGradBackwardStep() {
        var theta = Tensor.of(1, -2);
        var optimizer = new SGD(List.of(theta), 0.1);
        double[][] expected = {{0.8, -1.6}, {0.64, -1.28}, {0.512, -1.024}}; // L = Σθ²: θ ← θ − 0.1·2θ = 0.8·θ
        for (var there : expected) {
            optimizer.zeroGrad();
            theta.pow(2).sum().backward();
            optimizer.step();
            assertThat(theta.toArray()).containsExactly(there, within(1e-15));
        }
    }
}
