package gradus.autograd.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.autograd.Node;
import gradus.autograd.Tensor;
import gradus.autograd.Var;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Expected numbers: torch.optim of PyTorch 2.15.0 in float64, on L = x₀² + 10x₁² + x₀x₁ from (1, −2): where x stands after
 * so many steps.
 */
class OptimizerTest {

    private static final Map<Integer, double[]> PLAIN = Map.of(
            1, new double[] {1.0, -1.61},
            2, new double[] {0.9961, -1.298},
            5, new double[] {0.9687470847999999, -0.6886628885000001},
            25, new double[] {0.6773681784757649, -0.044736575164352074});

    private static final Map<Integer, double[]> MOMENTUM = Map.of(
            1, new double[] {1.0, -1.61},
            2, new double[] {0.9961, -0.947},
            5, new double[] {0.8996351847999999, 1.0826838835},
            25, new double[] {-0.326625065898539, -0.2967925289289723});

    private static final Map<Integer, double[]> ADAM = Map.of(
            1, new double[] {1.0, -1.900000000025641},
            2, new double[] {0.9255863281643529, -1.8001717510522295},
            5, new double[] {0.7506048018525787, -1.502955280122084},
            25, new double[] {-0.028717646909112618, 0.04674703045868451});

    private static final Map<Integer, double[]> ADAM_WITH_OTHER_NUMBERS = Map.of(
            1, new double[] {1.0, -1.9500000012820513},
            2, new double[] {0.9608157278030991, -1.9000731047399118},
            5, new double[] {0.8818604114106029, -1.751203763155651},
            25, new double[] {0.43754896160255735, -0.872824240828369});

    private static void assertPath(Map<Integer, double[]> expected, Function<List<Node>, Optimizer> optimizer) {
        var x = Tensor.of(1, -2);
        var ofTensor = optimizer.apply(List.of(x));
        var u = new Var(1);
        var v = new Var(-2);
        var ofVars = optimizer.apply(List.of(u, v));
        for (int step = 1; step <= 25; step++) {
            ofTensor.zeroGrad();
            loss(x.get(0), x.get(1)).backward();
            ofTensor.step();
            ofVars.zeroGrad();
            loss(u, v).backward();
            ofVars.step();
            var there = expected.get(step);
            if (there != null) {
                assertThat(x.toArray()).as("step %d", step).containsExactly(there, within(1e-14));
            }
            assertThat(x.toArray()).containsExactly(new double[] {u.value(), v.value()}, within(1e-14));
        }
    }

    private static Var loss(Var x0, Var x1) {
        return x0.pow(2).add(x1.pow(2).mul(10)).add(x0.mul(x1));
    }

    @Test
    void sgd_isThatOfPyTorch() {
        assertPath(PLAIN, x -> new SGD(x, 0.01));
        assertPath(MOMENTUM, x -> new SGD(x, 0.01, 0.9));
    }

    @Test
    void adam_isThatOfPyTorch() {
        assertPath(ADAM, x -> new Adam(x, 0.1));
        assertPath(ADAM_WITH_OTHER_NUMBERS, x -> new Adam(x, 0.05, 0.8, 0.99, 1e-6));
    }

    @Test
    void learningRate_holdsFromTheNextStepOn() {
        var w = new Var(1);
        var sgd = new SGD(List.of(w), 0.5);
        w.mul(1).backward();
        sgd.step();
        assertThat(w.value()).isEqualTo(0.5);
        sgd.learningRate(0.25);
        sgd.zeroGrad();
        w.mul(1).backward();
        sgd.step();
        assertThat(w.value()).isEqualTo(0.25);
    }

    @Test
    void learningRate_negativeOrNoNumber_isRefused() {
        var w = List.of(new Var(1));
        assertThatThrownBy(() -> new SGD(w, -0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SGD: the learning rate must be a finite number, 0 or more, such as 0.01, and is -0.1."
                        + " A step goes against the gradient already");
        assertThatThrownBy(() -> new Adam(w, Double.NaN)).hasMessageContaining("Adam: the learning rate must be");
        assertThatThrownBy(() -> new Adam(w, 0.1).learningRate(Double.POSITIVE_INFINITY))
                .hasMessageContaining("and is Infinity");
    }

    @Test
    void otherNumbersOutOfRange_areRefused() {
        var w = List.of(new Var(1));
        assertThatThrownBy(() -> new SGD(w, 0.1, 1)).hasMessageContaining("momentum must be 0 or more and below 1");
        assertThatThrownBy(() -> new Adam(w, 0.1, 1, 0.9, 1e-8)).hasMessageContaining("beta1");
        assertThatThrownBy(() -> new Adam(w, 0.1, 0.9, -1, 1e-8)).hasMessageContaining("beta2");
        assertThatThrownBy(() -> new Adam(w, 0.1, 0.9, 0.9, 0)).hasMessageContaining("epsilon must be above 0");
    }

    @Test
    void parameters_none_computedOrTwice_areRefused() {
        var w = new Var(1, "w");
        assertThatThrownBy(() -> new SGD(List.of(), 0.1)).hasMessageContaining("there are no parameters to train");
        assertThatThrownBy(() -> new SGD(List.of(w.mul(2).named("z")), 0.1))
                .hasMessageContaining("z was computed, and only inputs can be moved");
        assertThatThrownBy(() -> new SGD(List.of(w, w), 0.1))
                .hasMessageContaining("w stands among the parameters twice");
    }

    @Test
    void parametersThatTheLossDoesNotReach_areNamed() {
        var held = Tensor.ones(2, 1).named("W");
        var other = Tensor.ones(2, 1);
        var model = Tensor.ones(2, 1);
        var sgd = new SGD(List.of(held, other), 0.1);
        sgd.zeroGrad();
        model.pow(2).sum().backward();
        assertThatThrownBy(sgd::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("SGD.step: no backward() has reached any of the parameters (W, a 2×1 Tensor without a name)"
                        + " since they were made or set to zero. Call backward() on a loss that is computed from them,"
                        + " then step()");
    }

    @Test
    void frozenParameters_stay() {
        var w = new Var(1);
        var frozen = new Var(2).requiresGrad(false);
        var sgd = new SGD(List.of(w, frozen), 0.1);
        w.mul(frozen).backward();
        sgd.step();
        assertThat(w.value()).isEqualTo(0.8);
        assertThat(frozen.value()).isEqualTo(2);
        w.requiresGrad(false);
        assertThatThrownBy(sgd::step).hasMessageContaining("are frozen. Call requiresGrad(true)");
    }

    @Test
    void step_overTheOldGraph_isRefused() {
        var w = new Var(3, "w");
        var loss = w.pow(2);
        loss.backward();
        new SGD(List.of(w), 0.1).step();
        assertThatThrownBy(loss::backward).hasMessageContaining("the value of w was changed after");
    }
}
