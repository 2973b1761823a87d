package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import gradus.autograd.data.Dataset;
import gradus.autograd.init.Initialization;
import gradus.autograd.nn.Layer;
import gradus.autograd.nn.LayerStatistics;
import gradus.autograd.nn.Linear;
import gradus.autograd.nn.MLP;
import gradus.autograd.nn.MSELoss;
import gradus.autograd.nn.ReLU;
import gradus.autograd.nn.RnnCell;
import gradus.autograd.nn.Sequential;
import gradus.autograd.nn.Sigmoid;
import gradus.autograd.nn.Softmax;
import gradus.autograd.nn.Tanh;
import gradus.autograd.optim.Adam;
import gradus.autograd.optim.DescentPath;
import gradus.autograd.optim.SGD;
import java.util.ArrayList;
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
    void row7_1_twoLayerPerceptron_everyLineByName() {
        var x = Tensor.randn(1, 3, 1).named("x");
        var w1 = Tensor.randn(2, 4, 3).named("W1");
        var b1 = Tensor.randn(3, 4, 1).named("b1");
        var w2 = Tensor.randn(4, 2, 4).named("W2");
        var b2 = Tensor.randn(5, 2, 1).named("b2");
        var s1 = w1.matmul(x).add(b1).named("s1");
        var h = s1.sigmoid().named("h");
        var s2 = w2.matmul(h).add(b2).named("s2");
        var z = s2.sigmoid().named("z");
        var upstream = Tensor.randn(6, 2, 1).detach();
        z.backward(upstream);

        var s2Bar = upstream.mul(z).mul(z.sub(1).neg()); // z̄ ⊙ z ⊙ (1 − z)
        var hBar = w2.transpose().matmul(s2Bar);
        var s1Bar = hBar.mul(h).mul(h.sub(1).neg());
        assertClose(s2.grad(), s2Bar);
        assertClose(b2.grad(), s2Bar);
        assertClose(w2.grad(), s2Bar.matmul(h.transpose()));
        assertClose(h.grad(), hBar);
        assertClose(s1.grad(), s1Bar);
        assertClose(b1.grad(), s1Bar);
        assertClose(w1.grad(), s1Bar.matmul(x.transpose()));
        assertClose(x.grad(), w1.transpose().matmul(s1Bar));
        CentralDifference.check(
                t -> t[3].matmul(t[1].matmul(t[0]).add(t[2]).sigmoid())
                        .add(t[4])
                        .sigmoid()
                        .mul(upstream)
                        .sum(),
                x,
                w1,
                b1,
                w2,
                b2);
    }

    private static void assertClose(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.toArray()).containsExactly(expected.toArray(), within(1e-14));
    }

    @Test
    void row7_2_twoLayerNetInAHandfulOfLines_learnsXor() {
        var data = Dataset.xor(1, 40, 0.1);
        var x = Tensor.concat(1, data.x(), Tensor.ones(40, 1)).detach(); // the column of ones is the bias
        var w1 = Tensor.randn(1, 3, 8);
        var w2 = Tensor.randn(2, 8, 1);
        double loss = 0;
        for (int epoch = 0; epoch < 500; epoch++) {
            w1.zeroGrad();
            w2.zeroGrad();
            var l = x.matmul(w1).tanh().matmul(w2).sigmoid().mse(data.y());
            l.backward();
            w1.step((k, value, gradient) -> value - 2 * gradient);
            w2.step((k, value, gradient) -> value - 2 * gradient);
            loss = l.value();
        }
        assertThat(loss).isLessThan(0.01);
    }

    @Test
    void row7_2_theSameOfLayers_learnsXor() {
        var data = Dataset.xor();
        var net = new Sequential(
                new Linear(2, 4, Initialization.XAVIER, 1), new Tanh(), new Linear(4, 1, Initialization.XAVIER, 2));
        var optimizer = new SGD(net.parameters(), 0.1, 0.9);
        double loss = 0;
        for (int epoch = 0; epoch < 300; epoch++) {
            optimizer.zeroGrad();
            var l = new MSELoss().apply(net.forward(data.x()), data.y());
            l.backward();
            optimizer.step();
            loss = l.value();
        }
        assertThat(loss).isLessThan(0.01);
    }

    /** L = ½(x² + 10y²) from (4, 1): the curvature along y is 10, so that steps above 2/10 throw y ever further. */
    private static DescentPath path(double learningRate) {
        var x = new Var(4, "x");
        var y = new Var(1, "y");
        var optimizer = new SGD(List.of(x, y), learningRate);
        return DescentPath.of(
                optimizer, 30, () -> x.pow(2).add(y.pow(2).mul(10)).mul(0.5));
    }

    @Test
    void row7_4_learningRateTooSmallRightTooLarge() {
        var tooSmall = path(0.01).points();
        var right = path(0.15).points();
        var tooLarge = path(0.21).points();
        assertThat(tooSmall.get(0).position()).containsExactly(4.0, 1.0);
        assertThat(tooSmall.get(0).loss()).isEqualTo(13);
        // After n steps x = 4(1 − α)ⁿ and y = (1 − 10α)ⁿ.
        assertThat(tooSmall.get(30).position().get(0)).isCloseTo(4 * Math.pow(0.99, 30), within(1e-12));
        assertThat(right.get(30).position().get(1)).isCloseTo(Math.pow(-0.5, 30), within(1e-12));
        assertThat(tooLarge.get(30).position().get(1)).isCloseTo(Math.pow(-1.1, 30), within(1e-9));
        assertThat(tooSmall.get(30).loss()).isGreaterThan(4);
        assertThat(right.get(30).loss()).isLessThan(1e-3);
        assertThat(tooLarge.get(30).loss()).isGreaterThan(1000);
    }

    @Test
    void row7_4_pathEndsWhereTheLossIsNoLongerFinite() {
        var x = new Var(1e200);
        var path = DescentPath.of(new SGD(List.of(x), 1), 10, () -> x.pow(2));
        assertThat(path.points()).hasSize(1);
    }

    @Test
    void row7_5_sigmoid_shrinksTheGradientsOfEarlyLayers() {
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < 8; i++) {
            layers.add(new Linear(50, 50, Initialization.XAVIER, i));
            layers.add(new Sigmoid());
        }
        var statistics = LayerStatistics.of(new Sequential(layers), Tensor.randn(1, 40, 50), Tensor::sum);
        var gradients = statistics.stream()
                .filter(layer -> layer.layer().equals("Sigmoid"))
                .mapToDouble(layer ->
                        Math.hypot(layer.gradients().mean(), layer.gradients().deviation()))
                .toArray();
        for (int i = 1; i < gradients.length; i++) {
            // σ' ≤ ¼, and Xavier's W keeps lengths but for some per cent.
            assertThat(gradients[i - 1] / gradients[i]).as("layer %d", i).isLessThan(0.3);
        }
        assertThat(gradients[0]).isLessThan(1e-4);
        var x = new Var(0);
        x.sigmoid().backward();
        assertThat(x.grad()).isEqualTo(0.25);
    }

    @Test
    void row7_5_deadReluUnits_neverWakeUp() {
        var data = Dataset.moons(1, 50, 0.1);
        var first = new Linear(2, 6, Initialization.HE, 1);
        first.b().set(-50, -50, 0, 0, 0, 0);
        var net = new Sequential(first, new ReLU(), new Linear(6, 1, Initialization.HE, 2));
        var before = first.W().toArray();
        var optimizer = new SGD(net.parameters(), 0.01);
        for (int epoch = 0; epoch < 50; epoch++) {
            optimizer.zeroGrad();
            new MSELoss().apply(net.forward(data.x()), data.y()).backward();
            optimizer.step();
        }
        var relu = LayerStatistics.of(net, data.x(), Tensor::sum).get(1);
        assertThat(relu.deadUnits()).isEqualTo(2);
        var after = first.W().toArray();
        for (int row = 0; row < 2; row++) {
            for (int unit = 0; unit < 6; unit++) {
                boolean moved = after[6 * row + unit] != before[6 * row + unit];
                assertThat(moved).as("weight %d of unit %d", row, unit).isEqualTo(unit >= 2);
            }
        }
    }

    /** ∂(Σ h_T)/∂h₁ of a cell whose state is so small that tanh is the identity, and U = u·I: u^(T − 1). */
    private static double gradientThroughTime(double u, int steps) {
        var cell = new RnnCell(1, 3, Initialization.ZEROS, 0);
        cell.U().set(Tensor.eye(3).mul(u).toArray());
        cell.W().set(1e-9, 1e-9, 1e-9);
        var states = cell.states(Tensor.ones(steps, 1, 1));
        return Derivatives.gradient(states.get(steps - 1).sum(), states.get(0)).at(0, 0);
    }

    @Test
    void row7_5_recurrentGradients_explodeOrVanishWithDepth() {
        for (int steps : new int[] {2, 10, 20}) {
            assertThat(gradientThroughTime(0.5, steps)).isCloseTo(Math.pow(0.5, steps - 1), withinPercentage(1e-6));
            assertThat(gradientThroughTime(1.5, steps)).isCloseTo(Math.pow(1.5, steps - 1), withinPercentage(1e-6));
        }
        assertThat(gradientThroughTime(0.5, 20)).isLessThan(2e-6);
        assertThat(gradientThroughTime(1.5, 20)).isGreaterThan(2000);
    }

    @Test
    void row7_6_sigmoidAtOne() {
        var x = new Var(1);
        var z = x.sigmoid();
        z.backward();
        assertThat(z.value()).isCloseTo(0.7310586, within(5e-8));
        assertThat(x.grad()).isCloseTo(0.1966119, within(5e-8));
    }

    @Test
    void row7_7_oneHiddenSigmoidLayer_fitsAContinuousFunction() {
        var x = Tensor.arange(-3, 3.01, 0.1).reshape(-1, 1).detach();
        var y = x.sin().mul(x.abs()).detach();
        var net = new MLP(new int[] {1, 20, 1}, UnaryOp.SIGMOID, Initialization.ZEROS, 0);
        // A step in every place: σ(3(x − c)) for 20 centres c from −3 to 3.
        net.parameters().get(0).update(unit -> 3);
        net.parameters().get(1).update(unit -> -3 * (-3 + 6 * unit / 19.0));
        var optimizer = new Adam(net.parameters(), 0.05);
        for (int epoch = 0; epoch < 2000; epoch++) {
            optimizer.zeroGrad();
            new MSELoss().apply(net.forward(x), y).backward();
            optimizer.step();
        }
        assertThat(net.forward(x).sub(y).abs().max().value()).isLessThan(0.02);
    }

    @Test
    void row7_8_shapesForward() {
        var x = Tensor.randn(1, 5, 3);
        assertThat(new Linear(3, 1).forward(x).sigmoid().shape()).hasToString("5×1");
        var net = new Sequential(new Linear(3, 4), new Sigmoid(), new Linear(4, 2), new Softmax());
        assertThat(net.outputs(x)).extracting(z -> z.shape().toString()).containsExactly("5×4", "5×4", "5×2", "5×2");
        assertThat(net.namedParameters().values())
                .extracting(p -> p.name() + ": " + p.shape())
                .containsExactly("W1: 3×4", "b1: 4", "W2: 4×2", "b2: 2");
    }
}
