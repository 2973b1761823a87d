package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RerunTest {

    @Test
    void run_computesAnewAndLeavesTheOriginalAlone() {
        var x = new Var(2, "x");
        var y = new Var(3, "y");
        var f = Var.sum(x.mul(y), x.sin(), new Var(1).add(4)).named("f");
        var again = Rerun.of(f);
        ((Var) again.input(x)).set(0);

        assertThat(((Var) again.run()).value()).isEqualTo(5);
        assertThat(again.run().name()).isEqualTo("f");
        f.backward();
        assertThat(x.grad()).isEqualTo(3 + Math.cos(2));
        assertThat(again.input(x).hasGrad()).isFalse();
    }

    @Test
    void arrays_keepTheSettingsOfTheirOps() {
        var x = Tensor.of(new double[][] {{1, 2}, {3, 4}}).named("x");
        var f = x.sum(0).mul(Tensor.of(1, 10).requiresGrad(false)).sum();
        var again = Rerun.of(f);
        ((Tensor) again.input(x)).set(0, 0, 0, 1);

        assertThat(((Var) again.run()).value()).isEqualTo(10);
        assertThat(again.inputs()).hasSize(1);
    }

    /** Row 3.4: a function of the student's own is what a check is for. */
    @Test
    void ownFunction_isCalledAgain() {
        class Cube implements ScalarFunction {
            @Override
            public double forward(Context cache, double... x) {
                cache.save(x[0]);
                return x[0] * x[0] * x[0];
            }

            @Override
            public Double[] backward(Context cache, double upstream) {
                return new Double[] {upstream * 3 * cache.number(0) * cache.number(0)};
            }
        }
        var x = new Var(2, "x");
        var again = Rerun.of(new Cube().apply(x));

        assertThat(GradientCheck.of(again::run, again.inputs()).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void twoComputations_moveTogether() {
        var x = new Var(2, "x");
        var y = new Var(3, "y");
        var square = Rerun.of(x.mul(x));
        var product = square.beside(x.mul(y));
        ((Var) square.input(x)).set(10);

        assertThat(((Var) square.run()).value()).isEqualTo(100);
        assertThat(((Var) product.run()).value()).isEqualTo(30);
    }

    @Test
    void whatIsNoInput_isNamedBesideTheInputs() {
        var x = new Var(2, "x");
        var f = x.mul(x).named("f");
        assertThatThrownBy(() -> Rerun.of(f).input(f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it was computed itself")
                .hasMessageContaining("The inputs are x");
    }

    @Test
    void numbersThatWereGiven_cannotBeRunAgain() {
        var x = new Var(2, "x");
        var again = Rerun.of(GivenOp.at("cube", 8, new double[] {12}, x));
        assertThatThrownBy(again::run).hasMessageContaining("cube was given as numbers");
    }
}
