package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalGradientsTest {

    private static String last(Node z, int i) {
        var trace = Trace.forwardOf(z);
        return String.valueOf(new LocalGradients(trace).of(trace.root(), i));
    }

    @Test
    void scalarOps_tellFormulaAndNumber() {
        var x = new Var(2, "x");
        var y = new Var(-3, "y");
        assertThat(last(x.mul(y).named("z"), 0)).isEqualTo("∂z/∂x = y = −3");
        assertThat(last(x.mul(y).named("z"), 1)).isEqualTo("∂z/∂y = x = 2");
        assertThat(last(x.add(y).named("z"), 1)).isEqualTo("∂z/∂y = 1");
        assertThat(last(x.inv().named("z"), 0)).isEqualTo("∂z/∂x = −1/x² = −0.25");
        assertThat(last(Var.product(x, y, x).named("z"), 1)).isEqualTo("∂z/∂y = x·x = 4");
    }

    @Test
    void arrays_tellTheFormulaAlone() {
        var w = Tensor.of(new double[][] {{1, 2}, {3, 4}}).named("W");
        var x = Tensor.of(1, 2).named("x");
        assertThat(last(w.matmul(x).named("z"), 0)).isEqualTo("W̄ += z̄ xᵀ");
        assertThat(last(x.tanh().named("h"), 0)).startsWith("∂h/∂x = ");
    }

    @Test
    void sweptTrace_isBelieved() {
        var x = new Var(3, "x");
        var trace = Trace.of(x.mul(x).named("z"));
        assertThat(new LocalGradients(trace).of(1, 1)).hasToString("∂z/∂x = x = 3");
    }
}
