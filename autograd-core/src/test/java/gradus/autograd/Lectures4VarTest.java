package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Section 4 of the lectures: the {@code Var} class and reverse mode. */
class Lectures4VarTest {
    @Test
    void row4_1_theVarClass() {
        var x = new Var(2);
        var y = new Var(3);
        var f = x.mul(y).add(x.sin());
        f.calcGrad();
        assertThat(f.value()).isEqualTo(6.909297426825682);
        assertThat(x.grad()).isEqualTo(2.5838531634528574);
        assertThat(y.grad()).isEqualTo(2);
    }

    @Test
    void row4_2_withoutRecursion_eachNodeOnce() {
        var x = new Var(2);
        var y = new Var(3);
        var f = x.mul(y).add(x.sin());
        var visits = Backward.TOPOLOGICAL.run(f);
        assertThat(visits.gradient(x)).isEqualTo(2.5838531634528574);
        assertThat(visits.gradient(y)).isEqualTo(2);
        assertThat(visits.visits(x)).isEqualTo(1);
        assertThat(visits.total()).isEqualTo(5);
    }

    @Test
    void row4_3_vectors() {
        var a = Tensor.of(2, 3);
        var b = Tensor.of(6, 4);
        a.pow(3).mul(3).sub(b.pow(2)).sum().backward();
        assertThat(a.grad().toArray()).containsExactly(36, 81);
        assertThat(b.grad().toArray()).containsExactly(-12, -8);
    }

    @Test
    void row4_5_upstreamVector() {
        var x = Tensor.of(1, 2, 3);
        x.mul(2).mul(1024).backward(Tensor.of(0.1, 1, 0.0001));
        assertThat(x.grad().toArray()).containsExactly(204.8, 2048, 0.2048);
    }

    @Test
    void row4_4_everyValueKnowsWhatMadeIt() {
        var x = new Var(2, "x");
        var y = x.mul(3).named("y");
        var z = y.sin();
        assertThat(z.gradFn()).hasToString("sin(y)").extracting(GradFn::op).isEqualTo(UnaryOp.SIN);
        assertThat(y.gradFn()).hasToString("mul(x, 3)");
        assertThat(Objects.requireNonNull(z.gradFn()).next())
                .extracting(GradFn::toString)
                .containsExactly("mul(x, 3)");
        assertThat(x.gradFn()).isNull();
        assertThat(List.of(x.isLeaf(), y.isLeaf(), z.isLeaf())).containsExactly(true, false, false);
        var t = Tensor.of(1, 2).named("t");
        assertThat(t.mul(x).sum().gradFn()).hasToString("sum(mul(t, x))");
        assertThat(t.isLeaf()).isTrue();
    }

    @Test
    void row4_5_withoutUpstreamVector_isAClearError() {
        var y = Tensor.of(1, 2, 3).mul(2).named("y");
        assertThatThrownBy(y::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("y has the shape 3, and a sweep starts from a scalar")
                .hasMessageContaining("give backward(…) an upstream gradient of shape 3");
    }

    @Test
    void row4_6_requiresGrad_detach_noGrad_keepNoHistory() {
        var w = new Var(2, "w");
        var x = new Var(3, "x").requiresGrad(false);
        var y = w.mul(x);
        y.backward();
        assertThat(w.grad()).isEqualTo(3);
        assertThat(x.hasGrad()).isFalse();
        assertThat(x.mul(x).requiresGrad()).isFalse();

        var detached = y.detach();
        var without = NoGrad.run(() -> w.mul(x));
        for (var value : List.of(detached, without, x.mul(x))) {
            assertThat(value.isConstant()).isTrue();
            assertThat(value.gradFn()).isNull();
            assertThat(value.operands()).isEmpty();
        }
        assertThat(without.value()).isEqualTo(6);
        assertThat(detached.mul(w).children()).hasSize(2);
        assertThatThrownBy(without::backward).hasMessageContaining("computed from constants alone");

        var t = Tensor.of(1, 2);
        assertThat(t.detach().mul(2).operands()).isEmpty();
        assertThat(NoGrad.run(() -> t.mul(2).sum()).gradFn()).isNull();
        assertThat(t.mul(2).gradFn()).as("recorded again after the scope").isNotNull();
    }
}
