package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.autograd.init.Initialization;
import gradus.autograd.nn.CrossEntropyLoss;
import gradus.autograd.nn.Linear;
import org.junit.jupiter.api.Test;

/** Rows 2.3 and 2.4 of the lectures: the gradients derived by hand against those of the engine. */
class Lectures2SoftmaxTest {

    @Test
    void row2_3_softmaxRegression_handDerivedGradientEqualsAutograds() {
        int n = 7;
        var x = Tensor.randn(1, n, 3).detach();
        int[] labels = {0, 1, 1, 0, 1, 0, 0}; // cat, dog
        var model = new Linear(3, 2, Initialization.XAVIER, 2);
        model.b().set(0.3, -0.2);
        var scores = model.forward(x);
        var predicted = scores.softmax(1);
        assertThat(predicted.sum(1).toArray()).containsExactly(new double[] {1, 1, 1, 1, 1, 1, 1}, within(1e-15));

        var loss = new CrossEntropyLoss().apply(scores, labels);
        loss.backward();
        double byDefinition = 0;
        var weights = new double[3][2];
        var bias = new double[2];
        for (int i = 0; i < n; i++) {
            byDefinition -= Math.log(predicted.at(i, labels[i])) / n;
            for (int c = 0; c < 2; c++) {
                double error = predicted.at(i, c) - (labels[i] == c ? 1 : 0);
                bias[c] += error / n;
                for (int d = 0; d < 3; d++) {
                    weights[d][c] += error * x.at(i, d) / n;
                }
            }
        }
        assertThat(loss.value()).isCloseTo(byDefinition, within(1e-10));
        assertThat(model.W().grad().toArray())
                .containsExactly(Tensor.of(weights).toArray(), within(1e-10));
        assertThat(model.b().grad().toArray()).containsExactly(bias, within(1e-10));
    }

    @Test
    void row2_4_squaredErrorBehindASigmoid_eachLocalGradient() {
        var x = Tensor.of(new double[][] {{0.5, -1.2, 2}}).named("x");
        var w1 = Tensor.randn(1, 3, 4).named("W1");
        var b1 = Tensor.randn(2, 4).named("b1");
        var w2 = Tensor.randn(3, 4, 1).named("W2");
        var b2 = Tensor.randn(4, 1).named("b2");
        double y = 0.7;
        var z1 = x.matmul(w1).add(b1).named("z1");
        var h1 = z1.sigmoid().named("h1");
        var z2 = h1.matmul(w2).add(b2).named("z2");
        var loss = z2.sub(y).pow(2).sum();
        loss.backward();

        double upstream = 2 * (z2.at(0, 0) - y); // ∂Loss/∂z2
        assertThat(z2.grad().at(0, 0)).isCloseTo(upstream, within(1e-14));
        assertThat(b2.grad().at(0)).isCloseTo(upstream, within(1e-14));
        for (int j = 0; j < 4; j++) {
            double h = h1.at(0, j);
            double towardsZ1 = upstream * w2.at(j, 0) * h * (1 - h); // ∂h1/∂z1 = σ(1 − σ)
            assertThat(w2.grad().at(j, 0)).isCloseTo(upstream * h, within(1e-14));
            assertThat(h1.grad().at(0, j)).isCloseTo(upstream * w2.at(j, 0), within(1e-14));
            assertThat(z1.grad().at(0, j)).isCloseTo(towardsZ1, within(1e-14));
            assertThat(b1.grad().at(j)).isCloseTo(towardsZ1, within(1e-14));
            for (int i = 0; i < 3; i++) {
                assertThat(w1.grad().at(i, j)).isCloseTo(towardsZ1 * x.at(0, i), within(1e-14));
            }
        }
        CentralDifference.check(
                t -> t[0].matmul(t[1])
                        .add(t[2])
                        .sigmoid()
                        .matmul(t[3])
                        .add(t[4])
                        .sub(y)
                        .pow(2)
                        .sum(),
                x,
                w1,
                b1,
                w2,
                b2);
    }
}
