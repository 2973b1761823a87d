package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Section 6 of the lectures: gradient checking. */
class Lectures6GradientCheckTest {

    private final Tensor x = Tensor.of(1, 0.8, 1.3).named("x");

    @Test
    void row6_1_forwardDifference() {
        var numeric = Difference.FORWARD.step(0.001).gradient(() -> x.pow(2).sum(), x);
        assertThat(numeric.toArray()).containsExactly(new double[] {2.001, 1.601, 2.601}, within(1e-12));
        x.pow(2).sum().backward();
        assertThat(x.grad().toArray()).containsExactly(2, 1.6, 2.6);
    }

    @Test
    void row6_1_backwardAndCentralDifference() {
        // ((x)² − (x − h)²)/h = 2x − h, and the central difference of a square is exact but for rounding.
        var backward = Difference.BACKWARD.step(0.001).gradient(() -> x.pow(2).sum(), x);
        assertThat(backward.toArray()).containsExactly(new double[] {1.999, 1.599, 2.599}, within(1e-12));
        var central = Difference.CENTRAL.step(0.001).gradient(() -> x.pow(2).sum(), x);
        assertThat(central.toArray()).containsExactly(new double[] {2, 1.6, 2.6}, within(1e-12));
    }

    @Test
    void row6_1_errorAgainstStep() {
        var curve = ErrorCurve.of(() -> x.pow(2).sum(), x);
        // |2x − (2x + h)| / (2·2x + h), largest at the smallest x.
        assertThat(curve.errors(Difference.FORWARD)[0]).isCloseTo(0.1 / (3.2 + 0.1), within(1e-12));
        assertThat(curve.errors(Difference.FORWARD)[2]).isCloseTo(0.001 / 3.201, within(1e-12));
        assertThat(curve.errors(Difference.BACKWARD)[2]).isCloseTo(0.001 / 3.199, within(1e-12));
        assertThat(curve.errors(Difference.CENTRAL)[2]).isLessThan(1e-12);
    }

    @Test
    void row6_2_relativeError() {
        var rounded = GradientCheck.relativeError(Tensor.of(2.001, 1.601, 2.601), Tensor.of(2, 1.6, 2.6));
        assertThat(rounded).isEqualTo(0.0003124023742580099); // …993, to one digit more than a double has
        var check = Difference.FORWARD.step(0.001).check(() -> x.pow(2).sum(), x);
        assertThat(check.relativeError()).isCloseTo(0.0003124023742580099, within(1e-13));
        assertThat(check.worst().name()).isEqualTo("x[1]");
        assertThat(check.verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(check.toString()).contains("a one-sided difference is off by about h·f″/2 itself");
    }

    @Test
    void row6_2_relativeErrorOfZeros() {
        assertThat(GradientCheck.relativeError(0, 0)).isZero();
        assertThat(GradientCheck.relativeError(1e-9, 0)).isEqualTo(0.1); // over 10⁻⁸, not over 10⁻⁹
        assertThat(GradientCheck.relativeError(1, -1)).isEqualTo(1);
    }

    @Test
    void row6_3_arrayFunctionWithUpstream_twoEvaluationsForEachParameter() {
        var w = Tensor.randn(1, 3, 4).named("W");
        var b = Tensor.randn(2, 3, 1).named("b");
        var input = Tensor.randn(3, 4, 2).detach();
        var upstream = Tensor.randn(4, 3, 2);
        var calls = new AtomicInteger();
        var central = Difference.CENTRAL.step(1e-5).upstream(upstream);
        var check = central.check(
                () -> {
                    calls.incrementAndGet();
                    return w.matmul(input).add(b).sigmoid();
                },
                w,
                b);
        assertThat(check.isRight()).isTrue();
        assertThat(check.evaluations()).isEqualTo(2 * (12 + 3));
        assertThat(calls.get()).isEqualTo(2 * (12 + 3) + 2); // the engine's own, and one to see that f repeats itself
        w.matmul(input).add(b).sigmoid().backward(upstream);
        var numeric = central.gradient(() -> w.matmul(input).add(b).sigmoid(), w);
        assertThat(GradientCheck.relativeError(numeric, w.grad())).isLessThan(1e-8);
    }
}
