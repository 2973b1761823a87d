package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.autograd.init.Initialization;
import gradus.autograd.nn.Linear;
import gradus.autograd.nn.MSELoss;
import gradus.autograd.optim.SGD;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures of the lectures' section 7: networks and training. */
class Lectures7TrainingTest {

    /** Row 7.3: linear regression, w* = (2, 1), trained from w = 0 by one and the same gradient in four ways. */
    private static final class Regression {

        static final double[][] X = {{1, 40}, {2, 30}, {3, 20}, {4, 10}};
        static final double[] Y = {42, 34, 26, 18};
        static final double RATE = 0.0013;
        static final Map<Integer, Double> LOSS =
                Map.of(5, 646.588709, 10, 427.493018, 15, 283.426078, 20, 188.612226, 25, 126.139359, 30, 84.910122);

        /** One epoch: the loss before the step, the gradient, and w after it. */
        record Epoch(double loss, Value gradient, Value w) {}

        interface Way {
            Epoch epoch();
        }

        static void assertFigures(Way way) {
            for (int epoch = 0; epoch <= 1000; epoch++) {
                var e = way.epoch();
                if (epoch == 0) {
                    assertThat(e.loss()).isCloseTo(980, within(1e-12));
                    assertThat(e.gradient().toArray()).containsExactly(new double[] {-130, -1700}, within(1e-12));
                    assertThat(e.w().toArray()).containsExactly(new double[] {0.169, 2.21}, within(1e-15));
                }
                var loss = LOSS.get(epoch);
                if (loss != null) {
                    assertThat(e.loss()).as("epoch %d", epoch).isCloseTo(loss, within(5e-7));
                }
                if (epoch == 1000) {
                    assertThat(e.loss()).isCloseTo(5.8833e-9, within(5e-14));
                    assertThat(e.w().toArray()).containsExactly(new double[] {1.99996283, 1.00000249}, within(5e-9));
                }
            }
        }

        static Tensor inputs() {
            return Tensor.of(X).detach();
        }

        /** The targets as a column, of the shape of the predictions. */
        static Tensor targets() {
            return Tensor.of(Y).reshape(4, 1).detach();
        }
    }

    @Test
    void row7_3_a_gradientByHand() {
        var w = new double[2];
        Regression.assertFigures(() -> {
            double loss = 0;
            var gradient = new double[2];
            for (int i = 0; i < 4; i++) {
                var x = Regression.X[i];
                double error = w[0] * x[0] + w[1] * x[1] - Regression.Y[i];
                loss += error * error / 4;
                gradient[0] += 2 * error * x[0] / 4;
                gradient[1] += 2 * error * x[1] / 4;
            }
            w[0] -= Regression.RATE * gradient[0];
            w[1] -= Regression.RATE * gradient[1];
            return new Regression.Epoch(loss, Value.of(Tensor.of(gradient)), Value.of(Tensor.of(w)));
        });
    }

    @Test
    void row7_3_b_autograd() {
        var x = Regression.inputs();
        var y = Regression.targets();
        var w = Tensor.zeros(2, 1);
        Regression.assertFigures(() -> {
            w.zeroGrad();
            var loss = x.matmul(w).sub(y).pow(2).mean();
            loss.backward();
            var gradient = Value.of(w.grad());
            w.step((k, value, g) -> value - Regression.RATE * g);
            return new Regression.Epoch(loss.value(), gradient, Value.of(w));
        });
    }

    @Test
    void row7_3_c_optimizerAndMSELoss() {
        var x = Regression.inputs();
        var y = Regression.targets();
        var w = Tensor.zeros(2, 1);
        var optimizer = new SGD(List.of(w), Regression.RATE);
        var criterion = new MSELoss();
        Regression.assertFigures(() -> {
            optimizer.zeroGrad();
            var loss = criterion.apply(x.matmul(w), y);
            loss.backward();
            optimizer.step();
            return new Regression.Epoch(loss.value(), Value.of(w.grad()), Value.of(w));
        });
    }

    @Test
    void row7_3_d_linearLayer() {
        var x = Regression.inputs();
        var y = Regression.targets();
        var model = new Linear(2, 1, false, Initialization.ZEROS, 0);
        var optimizer = new SGD(model.parameters(), Regression.RATE);
        var criterion = new MSELoss();
        Regression.assertFigures(() -> {
            optimizer.zeroGrad();
            var loss = criterion.apply(model.forward(x), y);
            loss.backward();
            optimizer.step();
            return new Regression.Epoch(loss.value(), Value.of(model.W().grad()), Value.of(model.W()));
        });
    }

    @Test
    void row7_6_sigmoidAtOne() {
        var x = new Var(1);
        var z = x.sigmoid();
        z.backward();
        assertThat(z.value()).isCloseTo(0.7310586, within(5e-8));
        assertThat(x.grad()).isCloseTo(0.1966119, within(5e-8));
    }
}
