package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Section 2 of the lectures: logistic regression, in seven operations and in four. */
class Lectures2RegressionTest {

    private final Tensor x = Tensor.of(1, -2, 3).named("x");
    private final Tensor w = Tensor.of(0.5, 0.3, 1).named("w");
    private final Var b = new Var(-1.5, "b");

    /** The lecture's exponential: 2.718 to a power, with the value as its own derivative, which is right for e alone. */
    private static final class Exp2718 implements ScalarFunction {
        @Override
        public double forward(Context cache, double... v) {
            double z = Math.pow(2.718, v[0]);
            cache.save(z);
            return z;
        }

        @Override
        public Double[] backward(Context cache, double upstream) {
            return new Double[] {upstream * cache.number(0)};
        }
    }

    private Var seven(UnaryOperator<Var> exp) {
        var mul1 = w.mul(x);
        var add1 = mul1.sum();
        var add2 = add1.add(b);
        var mul2 = add2.mul(-1);
        var exp1 = exp.apply(mul2);
        var add3 = exp1.add(1);
        return add3.inv(); // inv1
    }

    private Var four() {
        return w.mul(x).sum().add(b).sigmoid();
    }

    @Test
    void row2_1_sevenOperations_withTheLecturesBase() {
        var q = seven(v -> new Exp2718().apply(v));
        q.backward();
        assertThat(Trace.of(q).forward()).hasSize(7);
        assertThat(q.value()).isCloseTo(0.80216, within(5e-6));
        assertThat(x.grad().toArray()).containsExactly(new double[] {0.0793, 0.0476, 0.1587}, within(1e-4));
        assertThat(w.grad().toArray()).containsExactly(new double[] {0.1587, -0.317, 0.476}, within(5e-4));
        assertThat(b.grad()).isCloseTo(0.1586988188121239, within(1e-15));
    }

    @Test
    void row2_1_derivativeOfTheLecturesBase_isOffByItsLogarithm() {
        // ∂(2.718ᵛ)/∂v is 2.718ᵛ·ln 2.718, and ln 2.718 = 0.99990: too much for a smooth function, says the check.
        var check = GradientCheck.of(() -> seven(v -> new Exp2718().apply(v)), x, w, b);
        assertThat(check.verdict()).isEqualTo(Verdict.FINE_IF_KINKS);
        assertThat(check.relativeError()).isCloseTo((1 - Math.log(2.718)) / 2, within(1e-6));
        assertThat(GradientCheck.of(() -> seven(v -> Var.constant(2.718).pow(v)), x, w, b)
                        .isRight())
                .isTrue();
    }

    @Test
    void row2_1_sevenOperations_withE() {
        var q = seven(Var::exp);
        q.backward();
        assertThat(Trace.of(q).forward()).hasSize(7);
        requireFigures(q);
        assertThat(GradientCheck.of(() -> seven(Var::exp), x, w, b).isRight()).isTrue();
    }

    @Test
    void row2_2_fourOperations_withOneSigmoidNode() {
        var q = four();
        q.backward();
        assertThat(Trace.of(q).forward()).hasSize(4);
        requireFigures(q);
        assertThat(GradientCheck.of(this::four, x, w, b).isRight()).isTrue();
    }

    private void requireFigures(Var q) {
        assertThat(q.value()).isCloseTo(0.8021838885585817, within(1e-16));
        assertThat(b.grad()).isCloseTo(0.15868489749561468, within(1e-16));
        assertThat(x.grad().toArray()).containsExactly(new double[] {0.0793, 0.0476, 0.1587}, within(1e-4));
        assertThat(w.grad().toArray()).containsExactly(new double[] {0.1587, -0.317, 0.476}, within(5e-4));
        for (int i = 0; i < 3; i++) {
            assertThat(x.grad().at(i)).isCloseTo(w.at(i) * b.grad(), within(1e-16));
            assertThat(w.grad().at(i)).isCloseTo(x.at(i) * b.grad(), within(1e-16));
        }
    }
}
