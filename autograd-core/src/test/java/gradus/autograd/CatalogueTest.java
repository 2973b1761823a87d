package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every op of the catalogue, by the same tests: a new op is tested by being declared. */
class CatalogueTest {

    @ParameterizedTest
    @EnumSource
    void unary_gradientAgreesWithCentralDifference(UnaryOp op) {
        assertThat(op.samples()).isNotEmpty();
        for (double x : op.samples()) {
            CentralDifference.check(v -> Var.apply(op, v[0]), x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void unary_keepsNaN(UnaryOp op) {
        var x = new Var(Double.NaN);
        var z = Var.apply(op, x);
        z.mul(x).backward();
        assertThat(z.value()).isNaN();
        assertThat(x.grad()).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void binary_gradientAgreesWithCentralDifference(BinaryOp op) {
        assertThat(op.samples()).isNotEmpty();
        for (double[] x : op.samples()) {
            CentralDifference.check(v -> Var.apply(op, v[0], v[1]), x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void binary_bothOperandsTheSame_sumsBothEdges(BinaryOp op) {
        var x = new Var(1.5);
        var z = Var.apply(op, x, x);
        z.backward();
        double byBothEdges = op.localX(1.5, 1.5, z.value()) + op.localY(1.5, 1.5, z.value());
        assertThat(x.grad()).isEqualTo(byBothEdges);
        assertThat(z.operands()).containsExactly(x, x);
    }

    @ParameterizedTest
    @EnumSource
    void nary_gradientAgreesWithCentralDifference(NaryOp op) {
        for (double[] x : op.samples()) {
            CentralDifference.check(v -> NaryVar.apply(op, v), x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void elementwise_onTensorsIsTheSameAsOnScalars(BinaryOp op) {
        var samples = op.samples();
        var x = Tensor.of(Arrays.stream(samples).mapToDouble(s -> s[0]).toArray());
        var y = Tensor.of(Arrays.stream(samples).mapToDouble(s -> s[1]).toArray());
        var z = switch (op) {
            case ADD -> x.add(y);
            case SUB -> x.sub(y);
            case MUL -> x.mul(y);
            case DIV -> x.div(y);
            case POW -> x.pow(y);
            case MAX -> x.max(y);
            case MIN -> x.min(y);
        };
        z.sum().backward();
        for (int k = 0; k < samples.length; k++) {
            var a = new Var(samples[k][0]);
            var b = new Var(samples[k][1]);
            var scalar = Var.apply(op, a, b);
            scalar.backward();
            assertThat(z.at(k)).isEqualTo(scalar.value());
            assertThat(x.grad().at(k)).isEqualTo(a.grad());
            assertThat(y.grad().at(k)).isEqualTo(b.grad());
        }
    }

    @ParameterizedTest
    @MethodSource("gradus.autograd.Op#catalogue")
    void formulas_areWrittenWithOperandsAndResult(Op op) {
        int n = op.arity() == Op.VARIADIC ? 3 : op.arity();
        var operands = List.of("p", "q", "r").subList(0, n);
        assertThat(op.expression(operands)).contains(operands).doesNotContain("{");
        assertThat(IntStream.range(0, n).mapToObj(i -> op.gradient(i, operands, "s")))
                .allSatisfy(g -> assertThat(g.replace("{z̄}", "")).doesNotContain("{"));
        assertThat(op.symbol()).isNotBlank();
        assertThat(op.rule().domain()).isNotBlank();
    }

    static Stream<ArrayOp> arrayOps() {
        return Op.catalogue().stream().filter(ArrayOp.class::isInstance).map(ArrayOp.class::cast);
    }

    static Stream<Arguments> arraySamples() {
        return arrayOps().flatMap(op -> op.samples().stream().map(sample -> Arguments.of(op, sample)));
    }

    @ParameterizedTest
    @MethodSource("arraySamples")
    void array_gradientAgreesWithCentralDifference(ArrayOp op, Sample sample) {
        var inputs = inputs(sample);
        CentralDifference.checkNodes(() -> weighted(op.of(sample.settings(), inputs)), inputs);
    }

    @ParameterizedTest
    @MethodSource("arraySamples")
    void array_resultHasTheShapeThatWasPromised(ArrayOp op, Sample sample) {
        var inputs = inputs(sample);
        var z = op.of(sample.settings(), inputs);
        assertThat(z.shape()).isEqualTo(op.shape(new Call(List.of(inputs), sample.settings())));
        assertThat(z.elements()).hasSize(z.shape().size());
        assertThat(z).isInstanceOf(op.isScalar(sample.settings()) ? Var.class : Tensor.class);
    }

    /** The second derivatives, against differences of the first: an op that forgets its derivative(…) fails here. */
    @ParameterizedTest
    @MethodSource("arraySamples")
    void array_gradientHasTheRightGradient(ArrayOp op, Sample sample) {
        var inputs = inputs(sample);
        CentralDifference.checkSecond(() -> weighted(op.of(sample.settings(), inputs)), inputs);
    }

    @ParameterizedTest
    @EnumSource
    void unary_gradientHasTheRightGradient(UnaryOp op) {
        for (double x : op.samples()) {
            var v = new Var(x);
            CentralDifference.checkSecond(() -> (Var) op.of(v), v);
        }
        var t = Tensor.of(op.samples());
        CentralDifference.checkSecond(() -> weighted(op.of(t)), t);
    }

    @ParameterizedTest
    @EnumSource
    void binary_gradientHasTheRightGradient(BinaryOp op) {
        for (double[] x : op.samples()) {
            boolean logOfZero = op == BinaryOp.POW && x[0] <= 0;
            if (!logOfZero) {
                var a = new Var(x[0]);
                var b = new Var(x[1]);
                CentralDifference.checkSecond(() -> (Var) op.of(a, b), a, b);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nary_gradientHasTheRightGradient(NaryOp op) {
        for (double[] x : op.samples()) {
            var v = Arrays.stream(x).mapToObj(Var::new).toArray(Var[]::new);
            CentralDifference.checkSecond(() -> NaryVar.apply(op, v), v);
        }
    }

    private static Node[] inputs(Sample sample) {
        var inputs = new Node[sample.operands().size()];
        for (int i = 0; i < inputs.length; i++) {
            var shape = sample.operands().get(i);
            inputs[i] = shape.rank() == 0 ? new Var(1.5 - i) : Tensor.randn(i + 1, shape.axes());
        }
        return inputs;
    }

    /** A scalar on which every element has an influence of its own, and not a linear one. */
    private static Var weighted(Node z) {
        if (z instanceof Var v) {
            return v.mul(v).add(v);
        }
        var t = (Tensor) z;
        var weights = Tensor.rand(7, t.shape().axes()).add(0.5).detach();
        return t.mul(weights).sum().add(t.mul(t).mul(weights).sum());
    }

    @ParameterizedTest
    @MethodSource("gradus.autograd.Op#catalogue")
    void op_hasAFluentMethod(Op op) {
        var owner = op instanceof ArrayOp ? Tensor.class : Var.class;
        var methods = Arrays.stream(owner.getMethods()).map(Method::getName).toList();
        var name = switch (op.id()) {
            case "element" -> "get";
            case "log_softmax" -> "logSoftmax";
            // Made by gradients of other ops, and not called by hand.
            case "broadcast", "sum_to", "embed", "scatter" -> "grad";
            default -> op.id();
        };
        assertThat(methods).contains(name);
    }
}
