package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstNonFiniteTest {

    private static String of(Node root) {
        return String.valueOf(FirstNonFinite.of(root));
    }

    @Test
    void finiteValuesAndGradients_areNothing() {
        assertThat(FirstNonFinite.of(new Var(2).log().mul(3))).isNull();
        assertThat(FirstNonFinite.of(Var.constant(1))).isNull();
    }

    @Test
    void scalar_namesOpAndOperand() {
        var x = new Var(0, "x");
        var s = x.log().named("s");
        var loss = s.mul(0).add(1);
        assertThat(of(loss)).isEqualTo("−∞ first appears in log(x): x is 0");
        var found = FirstNonFinite.of(loss);
        assertThat(found).isNotNull().extracting(FirstNonFinite::node).isSameAs(s);
        var y = new Var(0, "y");
        assertThat(of(x.div(y))).isEqualTo("NaN first appears in div(x, y): x is 0, y is 0");
        assertThat(of(x.div(x))).isEqualTo("NaN first appears in div(x, x): x is 0");
    }

    @Test
    void oldestOfSeveral_isTold_evenWhereItIsMetLater() {
        var x = new Var(800, "x");
        var old = x.exp();
        var young = new Var(-1, "y").log();
        assertThat(of(young.add(old))).isEqualTo("∞ first appears in exp(x): x is 800");
    }

    @Test
    void tensor_namesTheElementAndWhatWentIntoIt() {
        var x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 0}}).named("x");
        var row = Tensor.of(1, 0, 2).named("row");
        assertThat(of(x.div(row).sum()))
                .isEqualTo("∞ first appears in div(x, row) at element [0, 1]: x is 2, row is 0");
        assertThat(of(x.log().mean())).isEqualTo("−∞ first appears in log(x) at element [1, 2]: x is 0");
    }

    @Test
    void product_namesTheRangesOfItsOperands() {
        var x = Tensor.of(new double[][] {{1e200, 1}}).named("X");
        var w = Tensor.of(new double[][] {{-1e200, 0}, {2, 3}}).named("W");
        assertThat(of(x.matmul(w)))
                .isEqualTo(
                        "−∞ first appears in matmul(X, W) at element [0, 0]: X has the shape 1×2 and elements from 1 to"
                                + " 10²⁰⁰, W has the shape 2×2 and elements from −10²⁰⁰ to 3");
        var a = new Var(1e200, "a");
        assertThat(of(Var.product(a, a, new Var(2, "b"))))
                .isEqualTo("∞ first appears in product(a, a, b): a is 10²⁰⁰, b is 2");
    }

    @Test
    void input_isToldAsSuch() {
        var x = Tensor.of(1, Double.NaN).named("x");
        assertThat(of(x.mul(2).sum())).isEqualTo("x, an input, is NaN at element [1]");
        assertThat(of(new Var(1).mul(Var.constant(Double.POSITIVE_INFINITY))))
                .isEqualTo("a Var without a name, a constant, is ∞");
    }

    @Test
    void gradient_isToldWhereAllValuesAreFinite() {
        var x = Tensor.of(4, 0).named("x");
        assertThat(of(x.sqrt().sum()))
                .isEqualTo("all values are finite, and the gradient that sqrt(x) passes on to x is ∞ at element [1],"
                        + " where the operand is 0");
    }
}
