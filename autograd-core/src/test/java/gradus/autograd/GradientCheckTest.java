package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.autograd.nn.Linear;
import gradus.autograd.nn.Sequential;
import gradus.autograd.nn.Tanh;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GradientCheckTest {

    private final Var x = new Var(2, "x");
    private final Var y = new Var(3, "y");

    @Test
    void rightGradient_isSaidToBeRight() {
        var check = GradientCheck.of(() -> x.mul(y).add(x.sin()), x, y);
        assertThat(check.isRight()).isTrue();
        assertThat(check.relativeError()).isLessThan(1e-9);
        assertThat(check.elements()).extracting(GradientCheck.Element::name).containsExactly("x", "y");
        assertThat(check.elements().get(0).engine()).isEqualTo(2.5838531634528574); // row 4.1
        assertThat(check.elements().get(0).numeric()).isCloseTo(2.5838531634528574, within(1e-9));
        assertThat(check.toString())
                .startsWith("gradient check: right\ncentral difference, h = 10⁻⁵: 4 evaluations for 2 elements\n");
    }

    @Test
    void wrongBackward_isFoundWithNameAndIndex() {
        class Doubled implements TensorFunction {
            @Override
            public Tensor forward(Context cache, Tensor... t) {
                return t[0].mul(2);
            }

            @Override
            public Tensor[] backward(Context cache, Tensor upstream) {
                return new Tensor[] {upstream.mul(Tensor.of(new double[][] {{2, 2}, {2, 1.9}}))};
            }
        }
        var w = Tensor.of(new double[][] {{1, 2}, {3, 4}}).named("W");
        var check = GradientCheck.of(() -> new Doubled().apply(w).sum(), w);
        assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(check.worst().name()).isEqualTo("W[1, 1]");
        assertThat(check.worst().engine()).isEqualTo(1.9);
        assertThat(check.relativeError()).isCloseTo(0.1 / 3.9, within(1e-9));
        assertThat(check.toString())
                .contains(
                        "gradient check: wrong", "worst relative error 0.026 at W[1, 1]:\n  engine 1.9, difference 2");
    }

    /** The bands of the CS231n notes, "Gradient checks". */
    @ParameterizedTest
    @CsvSource({
        "0.011, WRONG",
        "0.009, SUSPICIOUS",
        "0.00011, SUSPICIOUS",
        "0.00009, FINE_IF_KINKS",
        "0.0000001, FINE_IF_KINKS",
        "0.00000009, RIGHT",
        "0, RIGHT",
        "NaN, NOT_FINITE",
        "Infinity, NOT_FINITE"
    })
    void verdict_followsTheBands(double relativeError, Verdict verdict) {
        assertThat(Verdict.of(relativeError)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource
    void difference_callsTheFunctionAsOftenAsItSays(Difference difference) {
        var calls = new AtomicInteger();
        var t = Tensor.of(1, 2, 3);
        var check = difference
                .step(1e-6)
                .check(
                        () -> {
                            calls.incrementAndGet();
                            return t.mul(x).sum();
                        },
                        t,
                        x);
        assertThat(check.evaluations()).isEqualTo(difference == Difference.CENTRAL ? 8 : 5);
        // Beside them: one to see that f repeats itself, and the engine's own, which a one-sided difference uses too.
        assertThat(calls.get() - check.evaluations()).isEqualTo(difference == Difference.CENTRAL ? 2 : 1);
    }

    @ParameterizedTest
    @EnumSource
    void difference_isExactWhereItsFormulaIs(Difference difference) {
        var t = Tensor.of(1, -2);
        var square = difference.step(0.5).gradient(() -> t.mul(t).sum(), t);
        double off = difference.ahead() - difference.behind(); // ((x ± h)² − x²)/h = 2x ± h
        assertThat(square.toArray()).containsExactly(2 + 0.5 * off, -4 + 0.5 * off);
    }

    @Test
    void upstream_weighsTheOutputs() {
        var t = Tensor.of(1, 2, 3).named("t");
        var u = Tensor.of(0.1, 1, 0.0001);
        var how = Difference.CENTRAL.step(1e-5).upstream(u);
        var numeric = how.gradient(() -> t.mul(2).mul(1024), t); // row 4.5
        assertThat(numeric.toArray()).containsExactly(new double[] {204.8, 2048, 0.2048}, within(1e-6));
        assertThat(how.check(() -> t.mul(2).mul(1024), t).isRight()).isTrue();
    }

    @Test
    void manyOutputs_withoutUpstreamAreRefused() {
        var t = Tensor.of(1, 2, 3);
        assertThatThrownBy(() -> GradientCheck.of(() -> t.mul(2), t))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has the shape 3")
                .hasMessageContaining("upstream(…)");
        var u = Tensor.of(1, 2);
        assertThatThrownBy(() -> Difference.CENTRAL.step(1e-5).upstream(u).check(() -> t.mul(2), t))
                .hasMessageContaining("has the shape 2")
                .hasMessageContaining("has the shape 3");
    }

    @Test
    void valuesGradientsAndHistory_areAsBefore() {
        var t = Tensor.of(0.1, 0.2);
        var before = t.mul(x).sum();
        before.backward();
        GradientCheck.of(() -> t.mul(x).exp().sum(), t, x);
        assertThat(t.toArray()).containsExactly(0.1, 0.2);
        assertThat(x.value()).isEqualTo(2);
        assertThat(t.grad().toArray()).containsExactly(2, 2);
        assertThat(x.grad()).isCloseTo(0.3, within(1e-15));
        before.backward(); // refused if a value had been changed since
        assertThat(t.grad().toArray()).containsExactly(4, 4);
    }

    @Test
    void functionThatThrows_leavesTheInputsAsTheyWere() {
        var before = x.mul(3);
        var calls = new AtomicInteger();
        assertThatThrownBy(() -> GradientCheck.of(
                        () -> {
                            if (calls.incrementAndGet() == 2) {
                                throw new IllegalStateException("by the student");
                            }
                            return x.mul(2);
                        },
                        x))
                .hasMessage("by the student");
        assertThat(x.value()).isEqualTo(2);
        before.backward();
        assertThat(x.grad()).isEqualTo(3);
        assertThat(x.mul(2).requiresGrad()).isTrue();
    }

    @Test
    void functionThatThrowsAtOnce_leavesTheInputsAsTheyWere() {
        var before = x.mul(3);
        assertThatThrownBy(() -> GradientCheck.of(
                        () -> {
                            throw new IllegalStateException("by the student");
                        },
                        x))
                .hasMessage("by the student");
        before.backward();
        assertThat(x.grad()).isEqualTo(3);
    }

    @Test
    void noGradScope_doesNotSwitchTheCheckOff() {
        assertThat(NoGrad.run(() -> GradientCheck.of(() -> x.mul(x), x)).isRight())
                .isTrue();
        assertThat(NoGrad.run(() -> x.mul(2)).requiresGrad()).isFalse();
    }

    @Test
    void stoppedCell_stopsTheCheck() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> GradientCheck.of(() -> x.mul(x), x)).isInstanceOf(CancellationException.class);
        assertThat(x.value()).isEqualTo(2);
    }

    @Test
    void kinkOfRelu_isNamedAndNotCounted() {
        var t = Tensor.of(1, 3e-6, -2).named("t");
        var check = GradientCheck.of(() -> t.relu().sum(), t);
        assertThat(check.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(check.atKinks()).singleElement().satisfies(e -> {
            assertThat(e.name()).isEqualTo("t[1]");
            assertThat(e.engine()).isEqualTo(1);
            assertThat(e.numeric()).isCloseTo(0.65, within(1e-9)); // (x + h)/2h
            assertThat(e.kinks()).containsExactly(new Kink("relu", "ReLU(t)", 1, "at 3·10⁻⁶"));
        });
        assertThat(check.toString())
                .contains(
                        "not counted, t[1]: engine 1, difference 0.65: the step crosses ReLU(t), element 1, at 3·10⁻⁶");
    }

    @ParameterizedTest
    @EnumSource(
            value = UnaryOp.class,
            names = {"RELU", "ABS"})
    void onTheKink_everyDifferenceSeesIt(UnaryOp op) {
        var zero = new Var(0, "x");
        for (var difference : Difference.values()) {
            var check = difference.step(1e-5).check(() -> op.of(zero), zero);
            assertThat(check.elements().get(0).kinks())
                    .as("%s", difference)
                    .singleElement()
                    .extracting(Kink::op)
                    .isEqualTo(op.id());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = BinaryOp.class,
            names = {"MAX", "MIN"})
    void kinkOfTwoOperands_isNamedWithBoth(BinaryOp op) {
        var near = new Var(2.000001, "near");
        var check = GradientCheck.of(() -> op.of(x, near), x, near);
        assertThat(check.verdict()).isEqualTo(Verdict.KINK);
        assertThat(check.worst().kinks()).containsExactly(new Kink(op.id(), op.id() + "(x, near)", -1, "at 2 and 2"));
        assertThat(check.toString()).doesNotContain("worst");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReduceOp.class,
            names = {"MAX", "MIN"})
    void kinkOfTheLargestElement_isNamed(ReduceOp op) {
        var t = Tensor.of(new double[][] {{1, 1.000001, 1.000002}, {1, 2, 3}}).named("t");
        var whole = Difference.CENTRAL.step(1e-5).upstream(Tensor.of(1, 1)).check(() -> op.of(new int[] {1, 0}, t), t);
        assertThat(whole.isRight()).isTrue();
        assertThat(whole.atKinks())
                .extracting(GradientCheck.Element::name)
                .containsExactly("t[0, 0]", "t[0, 1]", "t[0, 2]");
        assertThat(whole.atKinks().get(0).kinks())
                .containsExactly(new Kink(op.id(), op.id() + "(t, axis 1)", 0, "at 1"));
    }

    @Test
    void kinkThatDoesNoHarm_isRight() {
        var near = new Var(1e-6, "x");
        assertThat(GradientCheck.of(() -> near.abs().mul(near.abs()).add(near), near)
                        .worst()
                        .kinks())
                .isNotEmpty();
        assertThat(GradientCheck.of(() -> near.abs().mul(0).add(near), near).isRight())
                .isTrue();
    }

    @Test
    void branchThatIsTakenOnOneSide_isReported() {
        var near = new Var(1e-6, "x");
        var check = GradientCheck.of(() -> near.value() > 0 ? near.mul(5) : near.neg(), near);
        assertThat(check.verdict()).isEqualTo(Verdict.KINK);
        assertThat(check.toString()).contains("a branch of the program that is taken on one side only");
    }

    @Test
    void maskThatChanges_isReported() {
        var t = Tensor.of(1, -1e-6).named("t");
        var check = GradientCheck.of(() -> t.mul(t.gt(0)).sum(), t);
        assertThat(check.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(check.atKinks())
                .singleElement()
                .extracting(GradientCheck.Element::name)
                .isEqualTo("t[1]");
        assertThat(check.toString()).contains("a comparison whose answer changes");
    }

    @Test
    void valueInPlaceOfVar_isExplained() {
        var check = GradientCheck.of(() -> x.mul(x.value()), x);
        assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(check.worst().engine()).isEqualTo(2);
        assertThat(check.worst().numeric()).isCloseTo(4, within(1e-9));
        assertThat(check.toString()).contains("value() or detach() hides what it was computed from");
    }

    @Test
    void inputThatIsNotReached_isExplained() {
        var check = GradientCheck.of(() -> new Var(x.value()).mul(y), x, y);
        assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(check.toString()).contains("no path leads from the result back to x:");
        assertThat(GradientCheck.of(() -> y.mul(2), x, y).isRight()).isTrue();
        assertThat(GradientCheck.of(() -> y.detach(), y).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void functionThatIsComputedAlready_isRefused() {
        var early = x.mul(3);
        assertThatThrownBy(() -> GradientCheck.of(() -> early.sin(), x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was computed from x before the check");
    }

    @Test
    void functionThatChangesFromCallToCall_isRefused() {
        var calls = new AtomicInteger();
        assertThatThrownBy(() -> GradientCheck.of(() -> x.mul(calls.incrementAndGet()), x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give random numbers a seed");
    }

    @Test
    void functionWhoseShapeChanges_isRefused() {
        assertThatThrownBy(() -> GradientCheck.of(() -> x.value() > 2 ? Tensor.of(x, x) : x.mul(2), x))
                .hasMessageContaining("scalar and, when its inputs are moved, 2");
    }

    @Test
    void notAnInput_isRefused() {
        assertThatThrownBy(() -> GradientCheck.of(() -> x.mul(2), x.mul(2).named("m")))
                .hasMessage("a gradient check moves inputs, and m was computed: name the inputs it was computed from");
        assertThatThrownBy(() -> GradientCheck.of(() -> x.mul(2), Var.constant(2)))
                .hasMessageContaining("is a constant");
        assertThatThrownBy(() -> GradientCheck.of(() -> x.mul(2))).hasMessageContaining("needs the inputs");
        assertThatThrownBy(() -> GradientCheck.of(() -> null, x)).hasMessageContaining("gave null");
        assertThatThrownBy(() -> Difference.CENTRAL.step(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> Difference.CENTRAL.step(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void edgeOfTheDomain_isNotFinite() {
        var zero = new Var(0, "x");
        var check = GradientCheck.of(() -> zero.sqrt(), zero);
        assertThat(check.verdict()).isEqualTo(Verdict.NOT_FINITE);
    }

    @Test
    void differenceBelowRounding_isNoError() {
        // e^0 + 10⁶: a difference of 10⁻⁵ steps cannot see the gradient of 10⁻⁹·x² at 10⁶.
        var check = GradientCheck.of(() -> x.pow(2).mul(1e-9).add(1e6), x);
        assertThat(check.worst().relativeError()).isGreaterThan(1e-2);
        assertThat(check.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(check.toString()).contains("(within rounding)");
    }

    @Test
    void rootThatIsAnInput_isChecked() {
        assertThat(GradientCheck.of(() -> x, x).isRight()).isTrue();
    }

    @Test
    void net_isCheckedByTheNamesOfItsParameters() {
        var net = new Sequential(new Linear(3, 4), new Tanh(), new Linear(4, 2));
        var in = Tensor.randn(1, 5, 3).detach();
        var check = GradientCheck.of(() -> net.forward(in).crossEntropy(0, 1, 1, 0, 1), net.parameters());
        assertThat(check.isRight()).isTrue();
        assertThat(check.elements()).hasSize(3 * 4 + 4 + 4 * 2 + 2);
        assertThat(check.elements()).extracting(GradientCheck.Element::name).contains("W1[2, 3]", "b2[1]");
        assertThat(net.parameters()).noneMatch(Node::hasGrad);
    }

    @Test
    void unnamedInputs_areCounted() {
        var check = GradientCheck.of(() -> new Var(1).mul(x), new Var(1), x);
        assertThat(check.elements()).extracting(GradientCheck.Element::name).containsExactly("input 1", "x");
    }

    @Test
    void errorCurve_hasTheOrdersOfTheDifferences() {
        var t = Tensor.of(0.5, 1, 1.5).named("t");
        var curve = ErrorCurve.of(() -> t.exp().sum(), t);
        assertThat(curve.steps()).hasSize(12).startsWith(0.1, 0.01, 0.001).endsWith(1e-12);
        for (var difference : Difference.values()) {
            var errors = curve.errors(difference);
            assertThat(errors).hasSize(12);
            // Ten times smaller a step: ten to the order times smaller an error.
            assertThat(Math.log10(errors[0] / errors[1])).isCloseTo(difference.order(), within(0.05));
            assertThat(Math.log10(errors[1] / errors[2])).isCloseTo(difference.order(), within(0.05));
            // Rounding wins in the end.
            assertThat(errors[11]).isGreaterThan(100 * curve.best(difference).error());
        }
        assertThat(curve.best(Difference.CENTRAL).step()).isBetween(1e-6, 1e-4);
        assertThat(curve.best(Difference.FORWARD).step()).isBetween(1e-9, 1e-7);
        assertThat(curve.toString().lines()).hasSize(13);
        var weighed = ErrorCurve.of(Tensor.of(1, 1, 1), () -> t.exp(), t);
        assertThat(weighed.points()).hasSameSizeAs(curve.points());
    }
}
