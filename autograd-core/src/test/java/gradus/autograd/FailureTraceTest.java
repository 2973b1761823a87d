package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.autograd.Remark.Kind;
import gradus.autograd.nn.Linear;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A computation that fails can be drawn up to the place where it failed. */
class FailureTraceTest {

    private final Tensor w = Tensor.zeros(2, 3).named("W");
    private final Tensor x = Tensor.zeros(2).named("x");

    @Test
    void shapeClash_isTheLastNodeOfTheTrace() {
        var h = w.mul(2).named("h");
        var failure =
                catchThrowableOfType(ShapeException.class, () -> h.matmul(x).sum());

        var trace = failure.trace();

        assertThat(trace.nodes())
                .extracting(Trace.TraceNode::label)
                .containsExactlyInAnyOrder("W", "2", "h", "x", "v1");
        assertThat(trace.node(trace.root()).op()).isEqualTo(MatrixOp.MATMUL);
        assertThat(trace.forward().get(1))
                .isEqualTo(new Trace.ForwardStep(2, trace.root(), "v1 = h x", "h: 2×3, x: 2 ⟶ ✗"));
        assertThat(trace.backward()).isEmpty();
        assertThat(trace.remarks())
                .containsExactly(Remark.of(Kind.FAILED, trace.root(), String.valueOf(failure.getMessage())));
        assertThat(failure)
                .hasMessage("matmul: h is 2×3 and x is 2; columns of the first (3) must equal rows of the"
                        + " second (2). Did you mean to transpose the first?");
    }

    static Stream<ThrowingCallable> clashes() {
        var w = Tensor.zeros(2, 3);
        var x = Tensor.zeros(2);
        return Stream.of(
                () -> w.matmul(x),
                () -> w.add(Tensor.zeros(2, 2)),
                () -> w.add(x),
                () -> w.mse(Tensor.zeros(3, 2)),
                () -> w.crossEntropy(x),
                () -> w.crossEntropy(1, 2, 0),
                () -> x.transpose(),
                () -> w.reshape(4, 2),
                () -> w.reshape(4, -1),
                () -> w.permute(0, 0),
                () -> w.sum(2),
                () -> w.softmax(5),
                () -> w.gt(x),
                () -> Tensor.stack(w, x),
                () -> Tensor.concat(0, w, Tensor.zeros(2, 2)),
                () -> w.slice(3, 0, 1),
                () -> new Linear(3, 2).forward(x));
    }

    @ParameterizedTest
    @MethodSource("clashes")
    void shapeClash_ofAnyOpCanBeTraced(ThrowingCallable clash) {
        var failure = catchThrowableOfType(ShapeException.class, clash);

        var trace = failure.trace();

        assertThat(trace.isFailed(trace.root())).isTrue();
        assertThat(trace.node(trace.root()).operands()).hasSameSizeAs(failure.operands());
        assertThat(trace.forward())
                .last()
                .satisfies(step -> assertThat(step.formula() + step.numbers()).doesNotContain("NaN", "null"));
    }

    @Test
    void nanValue_endsTheTrace() {
        var a = new Var(-2, "a");
        var loss = a.mul(3).named("m").log().named("l").add(1).exp();

        var trace = Trace.upToFailure(loss);

        assertThat(trace.node(trace.root()).label()).isEqualTo("l");
        assertThat(trace.forward())
                .last()
                .extracting(Trace.ForwardStep::numbers)
                .isEqualTo("ln(−6) = NaN");
        assertThat(trace.remarks())
                .containsExactly(Remark.of(Kind.NOT_FINITE, trace.root(), "NaN first appears in log(m): m is −6"));
    }

    @Test
    void nanValue_isMarkedInTheTraceOfTheWhole() {
        var a = new Var(0, "a");
        var trace = Trace.forwardOf(a.inv().named("i").add(1).named("z"));

        assertThat(trace.node(trace.root()).label()).isEqualTo("z");
        assertThat(trace.remarks()).singleElement().satisfies(remark -> {
            assertThat(trace.node(remark.node()).label()).isEqualTo("i");
            assertThat(remark.kind().isFault()).isTrue();
        });
    }

    @Test
    void infiniteGradient_isTheLastStepOfTheSweep() {
        var a = new Var(0, "a");
        var b = new Var(3, "b");
        var z = a.sqrt().named("s").mul(b).add(a);

        var trace = Trace.upToFailure(z);

        assertThat(trace.backward()).last().satisfies(step -> {
            assertThat(trace.node(step.operand()).label()).isEqualTo("a");
            assertThat(step.after().element(0)).isInfinite();
        });
        assertThat(trace.remarks()).singleElement().satisfies(remark -> {
            assertThat(trace.node(remark.node()).label()).isEqualTo("s");
            assertThat(remark.operand()).isZero();
            assertThat(remark.parts().get(0)).contains("all values are finite", "sqrt(a)");
        });
    }

    @Test
    void finiteComputation_isTracedWhole() {
        var a = new Var(2, "a");
        var z = a.mul(a);

        assertThat(Trace.upToFailure(z)).isEqualTo(Trace.of(z));
        assertThat(Trace.of(z).remarks()).isEmpty();
    }

    @Test
    void givenOp_isSweptWithTheGradientsThatWereGiven() {
        var a = new Var(2, "a");
        var b = new Var(5, "b");
        var f = GivenOp.at("f", 8, new double[] {12, -1}, a, b).named("f");

        var trace = Trace.of(f.mul(3));
        f.backward();

        assertThat(List.of(a.grad(), b.grad())).containsExactly(12.0, -1.0);
        assertThat(trace.forward().get(0).formula()).isEqualTo("f = f(a, b)");
        assertThat(trace.backward().get(1).rule()).isEqualTo("ā += f̄ · ∂f/∂a = 3 · 12: 0 → 36");
    }
}
