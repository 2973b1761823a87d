package gradus.autograd;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The ops where differences say nothing: kinks, 0, ±∞, NaN, ties, empty lines, and how they are written. */
class OpEdgesTest {

    /** By IEEE 754 and the definitions above the constants of {@link UnaryOp}. */
    @ParameterizedTest
    @CsvSource({
        "NEG, 0, -0.0, -1",
        "NEG, Infinity, -Infinity, -1",
        "INV, 0, Infinity, -Infinity",
        "INV, -0.0, -Infinity, -Infinity",
        "INV, Infinity, 0, 0",
        "EXP, 710, Infinity, Infinity",
        "EXP, -Infinity, 0, 0",
        "LOG, 0, -Infinity, Infinity",
        "LOG, -1, NaN, NaN",
        "LOG, Infinity, Infinity, 0",
        "SIN, Infinity, NaN, NaN",
        "COS, -Infinity, NaN, NaN",
        "TAN, Infinity, NaN, NaN",
        "TANH, 400, 1, 0",
        "TANH, -Infinity, -1, 0",
        "SIGMOID, 800, 1, 0",
        "SIGMOID, -800, 0, 0",
        "SIGMOID, 0, 0.5, 0.25",
        "RELU, 0, 0, 0",
        "RELU, -0.0, 0, 0",
        "RELU, 1e-300, 1e-300, 1",
        "RELU, -Infinity, 0, 0",
        "SQRT, 0, 0, Infinity",
        "SQRT, -1, NaN, NaN",
        "ABS, 0, 0, 0",
        "ABS, -0.0, 0, 0",
        "ABS, -Infinity, Infinity, -1",
    })
    void unary_atItsEdges(UnaryOp op, double x, double value, double local) {
        var v = new Var(x);
        var z = (Var) op.of(v);
        z.backward();
        // Boxed: NaN equals NaN, and 0 is not −0.
        assertThat(z.value()).isEqualTo(Double.valueOf(value));
        assertThat(v.grad() + 0.0).isEqualTo(Double.valueOf(local));
    }

    @ParameterizedTest
    @CsvSource({
        "DIV, 1, 0, Infinity, Infinity, -Infinity",
        "DIV, 0, 0, NaN, Infinity, NaN",
        "POW, 0, 2, 0, 0, 0",
        "POW, 0, 0, 1, 0, -Infinity",
        "POW, 5, 0, 1, 0, 1.6094379124341003",
        "POW, -2, 3, -8, 12, NaN",
        "POW, 0, 1, 0, 1, 0",
        "POW, 0, -1, Infinity, -Infinity, -Infinity",
        "MAX, 2, 2, 2, 0.5, 0.5",
        "MAX, 3, 2, 3, 1, 0",
        "MAX, NaN, 2, NaN, NaN, NaN",
        "MIN, 2, 2, 2, 0.5, 0.5",
        "MIN, 3, 2, 2, 0, 1",
        "MIN, 1, NaN, NaN, NaN, NaN",
        "MUL, 0, Infinity, NaN, Infinity, 0",
    })
    void binary_atItsEdges(BinaryOp op, double x, double y, double value, double localX, double localY) {
        var a = new Var(x);
        var b = new Var(y);
        var z = (Var) op.of(a, b);
        z.backward();
        assertThat(z.value()).isEqualTo(Double.valueOf(value));
        assertThat(a.grad() + 0.0).isEqualTo(Double.valueOf(localX));
        assertThat(b.grad() + 0.0).isEqualTo(Double.valueOf(localY));
    }

    @Test
    void sides_tellWhichWayAKinkIsPassed() {
        assertThat(List.of(UnaryOp.RELU.side(-1), UnaryOp.RELU.side(0), UnaryOp.RELU.side(2)))
                .containsExactly(-1, 0, 1);
        assertThat(List.of(UnaryOp.ABS.side(-3), UnaryOp.ABS.side(0), UnaryOp.ABS.side(1)))
                .containsExactly(-1, 0, 1);
        assertThat(List.of(BinaryOp.MAX.side(1, 2), BinaryOp.MAX.side(2, 2), BinaryOp.MIN.side(3, 2)))
                .containsExactly(-1, 0, 1);
        assertThat(BinaryOp.MIN.side(1, 2)).isEqualTo(-1);
        assertThat(UnaryOp.SIN.side(5)).isZero();
        assertThat(BinaryOp.MUL.side(5, 1)).isZero();
    }

    @Test
    void sideOfAReduction_isThePlaceOfTheResult_andNoneAtATie() {
        var x = new double[] {9, 3, 5, 1, 5, 1};
        assertThat(ReduceOp.MAX.side(x, 1, 4, 1)).isEqualTo(1);
        assertThat(ReduceOp.MAX.side(x, 2, 6, 2))
                .as("5 twice, the first of them")
                .isEqualTo(-1);
        assertThat(ReduceOp.MAX.side(x, 0, 6, 2)).isZero();
        assertThat(ReduceOp.MIN.side(x, 1, 6, 2)).as("1 twice").isEqualTo(-1);
        assertThat(ReduceOp.MIN.side(x, 0, 4, 3)).as("9, 1").isEqualTo(1);
        assertThat(ReduceOp.SUM.side(x, 0, 6, 1)).isZero();
    }

    @Test
    void secondDerivativeOfAPower_atZero() {
        var x = new Var(0);
        assertThat(Derivatives.hessian(x.pow(2), x).at(0, 0)).isEqualTo(2);
        assertThat(Derivatives.hessian(x.pow(1).mul(x), x).at(0, 0)).isEqualTo(2);
        assertThat(Derivatives.hessian(x.pow(0).mul(x).mul(x), x).at(0, 0)).isEqualTo(2);
        // Not flat: the exponent is an input, or not 0.
        var y = new Var(0);
        assertThat(Derivatives.gradient(new Var(3).pow(y), y).value()).isEqualTo(Math.log(3));
    }

    @Test
    void emptyLines_haveTheirNeutralElement() {
        var empty = Tensor.zeros(0);
        assertThat(empty.sum().value()).isZero();
        assertThat(empty.mean().value()).isNaN();
        assertThat(empty.variance().value()).isNaN();
        assertThat(empty.max().value()).isEqualTo(NEGATIVE_INFINITY);
        assertThat(empty.min().value()).isEqualTo(POSITIVE_INFINITY);
        assertThat(empty.logsumexp().value()).isEqualTo(NEGATIVE_INFINITY);
        assertThat(Tensor.zeros(2, 0).maxAlong(1).toArray()).containsExactly(NEGATIVE_INFINITY, NEGATIVE_INFINITY);
        assertThat(Tensor.zeros(2, 0).minAlong(-1).toArray()).containsExactly(POSITIVE_INFINITY, POSITIVE_INFINITY);
        assertThat(Tensor.zeros(2, 0, 1).mean(1).toArray()).containsExactly(NaN, NaN);
        assertThat(Tensor.zeros(0, 2).logsumexp(0).toArray()).containsExactly(NEGATIVE_INFINITY, NEGATIVE_INFINITY);
        assertThatThrownBy(() -> Tensor.zeros(2, 0).argmax(1)).hasMessageContaining("there are no elements");
        assertThat(Tensor.zeros(0, 3).sum(0).toArray()).containsExactly(0, 0, 0);
        assertThat(Tensor.zeros(2, 0).sum(1).toArray()).containsExactly(0, 0);
        assertThat(Tensor.zeros(2, 0).matmul(Tensor.zeros(0, 3)).toArray()).containsExactly(0, 0, 0, 0, 0, 0);
        assertThat(Var.sum().value()).isZero();
        assertThat(Var.product().value()).isEqualTo(1);
    }

    @Test
    void largestOfEqualElements_shareTheGradient() {
        var x = Tensor.of(1, 5, 5, 5);
        x.max().backward();
        assertThat(x.grad().toArray()).containsExactly(0, 1 / 3.0, 1 / 3.0, 1 / 3.0);
        var y = Tensor.of(new double[][] {{2, 2}, {3, 1}});
        y.minAlong(1).backward(Tensor.of(10, 100));
        assertThat(y.grad().toArray()).containsExactly(5, 5, 0, 100);
    }

    @Test
    void logsumexp_overflowsNowhere() {
        assertThat(Tensor.of(1000, 1000).logsumexp().value()).isEqualTo(1000 + Math.log(2));
        assertThat(Tensor.of(-1000, -1000).logsumexp().value()).isEqualTo(-1000 + Math.log(2));
        assertThat(Tensor.of(POSITIVE_INFINITY, 1).logsumexp().value()).isEqualTo(POSITIVE_INFINITY);
        assertThat(Tensor.of(1000, 0).softmax(0).toArray()).containsExactly(1, 0);
        assertThat(Tensor.of(0, 1000).logSoftmax(0).toArray()).containsExactly(-1000, 0);
        assertThat(Tensor.of(NaN, 0).softmax(0).toArray()).containsExactly(NaN, NaN);
    }

    @ParameterizedTest
    @MethodSource("gradus.autograd.CatalogueTest#arrayOps")
    void arrayOp_hasSamplesForEachWayToCallIt(ArrayOp op) {
        assertThat(op.samples()).isNotEmpty();
        assertThat(op.samples())
                .allSatisfy(
                        sample -> assertThat(sample.operands()).hasSizeGreaterThanOrEqualTo(Math.max(1, op.arity())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MATMUL | 1 0 | xᵀ y",
                "MATMUL | 0 1 | x yᵀ",
                "MATMUL | | x y",
                "TRANSPOSE | | xᵀ",
                "TRANSPOSE | 1 0 2 | permute(x, [1, 0, 2])",
            })
    void matrixOp_isWrittenWithItsSettings(MatrixOp op, String settings, String written) {
        assertThat(op.expression(List.of("x", "y"), ints(settings))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RESHAPE | 2 3 | reshape(x, 2×3)",
                "BROADCAST | 2 3 | stretch(x)",
                "SUM_TO | 3 | sum(x)",
                "SLICE | 1 3 1 0 4 2 | x[1:3, 0:4:2]",
                "SLICE | 1 3 1 0 4 1 0 9 3 | x[1:3, 0:4, 0:9:3]",
                "ELEMENT | 1 2 | x[1, 2]",
                "SELECT | 0 4 5 | x[4, 5]",
                "SELECT | 1 4 5 | x[4, 5] on axis 1",
                "SELECT | 0 1 2 3 4 5 6 7 | x[1, 2, 3, 4, 5, 6, …]",
                "SELECT | 0 1 2 3 4 5 6 | x[1, 2, 3, 4, 5, 6]",
                "CONCAT | 0 | concat(x, y)",
                "STACK | 0 | [x, y]",
            })
    void layoutOp_isWrittenWithItsSettings(LayoutOp op, String settings, String written) {
        assertThat(op.expression(List.of("x", "y"), ints(settings))).isEqualTo(written);
    }

    @Test
    void reduction_isWrittenWithItsAxis() {
        assertThat(ReduceOp.SUM.expression(List.of("x"), ints("1 0"))).isEqualTo("sum(x, axis 1)");
        assertThat(ReduceOp.MAX.expression(List.of("x"), ints(""))).isEqualTo("max(x)");
        assertThat(ReduceOp.MAX.rule().edges()).contains("equal parts");
        assertThat(ReduceOp.SUM.rule().edges()).isEmpty();
    }

    @Test
    void formulas_areWrittenAsOnTheBoard() {
        assertThat(BinaryOp.POW.expression(List.of("x", "2"))).isEqualTo("x²");
        assertThat(BinaryOp.POW.expression(List.of("x", "y"))).isEqualTo("x^y");
        assertThat(BinaryOp.POW.gradient(0, List.of("x", "2"), "z")).isEqualTo("2·x");
        assertThat(BinaryOp.POW.gradient(1, List.of("x", "2"), "z")).isEqualTo("z·ln(x)");
        assertThat(BinaryOp.POW.gradient(0, List.of("x", "3"), "z")).isEqualTo("3·x^(3−1)");
        assertThat(NaryOp.SUM.expression(List.of("a", "b", "c"))).isEqualTo("a + b + c");
        assertThat(NaryOp.SUM.gradient(1, List.of("a", "b"), "z")).isEqualTo("1");
        assertThat(NaryOp.PRODUCT.gradient(1, List.of("a", "b", "c"), "z")).isEqualTo("a·c");
        assertThat(NaryOp.PRODUCT.gradient(0, List.of("a"), "z")).isEqualTo("1");
        assertThat(LayoutOp.CONCAT.gradient(1, List.of("a", "b"), "z")).isEqualTo("part 1 of {z̄}");
        assertThat(LayoutOp.STACK.gradient(1, List.of("a", "b"), "z")).isEqualTo("element 1 of {z̄}");
    }

    @Test
    void shapesThatDoNotGoTogether_areRefused() {
        var x = Tensor.zeros(2, 3).named("x");
        assertThatThrownBy(() -> x.reshape(4, 2)).hasMessageContaining("x is 2×3, which has 6 elements, and 4×2 has 8");
        assertThatThrownBy(() -> Tensor.concat(0, x, Tensor.zeros(2, 4))).hasMessageContaining("all axes but axis 0");
        assertThatThrownBy(() -> Tensor.concat(0, x, Tensor.zeros(3))).hasMessageContaining("all axes but axis 0");
        assertThatThrownBy(() -> Tensor.stack(x, Tensor.zeros(3, 2))).hasMessageContaining("all shapes must be equal");
        assertThatThrownBy(() -> Tensor.zeros(3).transpose()).hasMessageContaining("needs a matrix");
        assertThatThrownBy(() -> x.permute(0, 0)).hasMessageContaining("must name each of the 2 axes");
        assertThatThrownBy(() -> x.sum(2)).hasMessageContaining("there is no axis 2 in shape 2×3");
        assertThat(Tensor.of(new Var[0]).shape()).isEqualTo(new Shape(0));
    }

    /** Each f″ by hand. */
    @ParameterizedTest
    @CsvSource({
        "EXP, 0, 1",
        "INV, 2, 0.25",
        "LOG, 2, -0.25",
        "SQRT, 4, -0.03125",
        "RELU, 4, 0",
        "SIN, 0, 0",
        "COS, 0, -1"
    })
    void secondDerivative_ofASingleOp(UnaryOp op, double at, double expected) {
        var x = new Var(at);
        var z = (Var) op.of(x);
        assertThat(Derivatives.hessian(z.mul(1.0), x).at(0, 0) + 0.0).isEqualTo(expected);
    }

    private static int[] ints(String settings) {
        return settings == null || settings.isBlank()
                ? new int[0]
                : Arrays.stream(settings.strip().split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray();
    }
}
