package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Section 3 of the lectures: operations as objects, and functions of the student's own. */
class Lectures3OperationsTest {

    @Test
    void row3_1_fourKindsOfNode() {
        var x = new Var(2);
        var y = new Var(4);
        assertThat(x.add(y).children()).extracting(Var.Child::localGradient).containsExactly(1.0, 1.0);
        assertThat(x.mul(y).children()).extracting(Var.Child::localGradient).containsExactly(4.0, 2.0);
        assertThat(x.exp().children()).extracting(Var.Child::localGradient).containsExactly(Math.exp(2));
        assertThat(x.inv().children()).extracting(Var.Child::localGradient).containsExactly(-0.25);
    }

    @Test
    void row3_2_sumDistributes() {
        var x = vars(2, 0, 5);
        Var.sum(x).backward(7);
        assertThat(x).extracting(Var::grad).containsExactly(7.0, 7.0, 7.0);
    }

    @Test
    void row3_2_productIsRightAtZero() {
        var x = vars(2, 0, 5);
        Var.product(x).backward();
        assertThat(x).extracting(Var::grad).containsExactly(0.0, 10.0, 0.0);
        assertThat(GradientCheck.of(() -> Var.product(x), x).isRight()).isTrue();
        // The lectures' z/x_d is not a number there.
        assertThat(Var.product(x).value() / x[1].value()).isNaN();
    }

    @Test
    void row3_3_mulConstant() {
        class MulConstant implements ScalarFunction {
            @Override
            public double forward(Context cache, double... x) {
                cache.save(x[1]);
                return x[0] * x[1];
            }

            @Override
            public @Nullable Double[] backward(Context cache, double upstream) {
                return new @Nullable Double[] {upstream * cache.number(0), null};
            }
        }
        var x = new Var(5, "x");
        var three = new Var(3, "three");
        new MulConstant().apply(x, three).backward(2);
        assertThat(x.grad()).isEqualTo(6);
        assertThat(three.hasGrad()).isFalse();
        assertThat(GradientCheck.of(() -> new MulConstant().apply(x, Var.constant(3)), x)
                        .isRight())
                .isTrue();
        // Checked by an argument that it calls not differentiable, the function is told to be wrong there.
        var check = GradientCheck.of(() -> new MulConstant().apply(x, three), x, three);
        assertThat(check.worst().name()).isEqualTo("three");
        assertThat(check.worst().numeric()).isCloseTo(5, within(1e-9));
        assertThat(check.toString()).contains("no path leads from the result back to three");
    }

    /** The sigmoid of the lecture; its forward pass with a sign, its backward pass with a factor to get wrong. */
    private record Sigmoid(double sign, double factor) implements ScalarFunction {
        @Override
        public double forward(Context cache, double... x) {
            double z = 1 / (1 + sign * Math.exp(-x[0]));
            cache.save(z);
            return z;
        }

        @Override
        public Double[] backward(Context cache, double upstream) {
            double z = cache.number(0);
            return new Double[] {factor * upstream * z * (1 - z)};
        }
    }

    @Test
    void row3_4_sigmoid_isRight() {
        var x = new Var(1, "x");
        var z = new Sigmoid(1, 1).apply(x);
        z.backward();
        assertThat(z.value()).isCloseTo(0.7310585786300049, within(1e-16)); // row 1.6
        assertThat(x.grad()).isCloseTo(0.1966119332, within(1e-10));
        assertThat(GradientCheck.of(() -> new Sigmoid(1, 1).apply(x), x).isRight())
                .isTrue();
    }

    @Test
    void row3_4_wrongBackward_isCaught() {
        var x = new Var(1, "x");
        var check = GradientCheck.of(() -> new Sigmoid(1, -1).apply(x), x);
        assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(check.relativeError()).isCloseTo(1, within(1e-9));
        assertThat(GradientCheck.of(() -> new Sigmoid(1, 1.001).apply(x), x).verdict())
                .isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void row3_4_lecturesListing_isCaught() {
        // z = 1/(1 − e⁻ˣ) has ∂z/∂x = −e⁻ˣ/(1 − e⁻ˣ)² = z·(1 − z) all the same: a check of the function with itself is
        // content. What gives it away is the check against the sigmoid that it is meant to be.
        var x = new Var(1, "x");
        assertThat(GradientCheck.of(() -> new Sigmoid(-1, 1).apply(x), x).isRight())
                .isTrue();
        var meant = GradientCheck.against(() -> x.sigmoid(), () -> new Sigmoid(-1, 1).apply(x), x);
        assertThat(meant.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(meant.worst().numeric()).isCloseTo(0.1966119332, within(1e-9)); // row 1.6
        assertThat(meant.toString()).contains("the value is 1.582, and what it is meant to be is 0.73106");
        assertThat(GradientCheck.against(() -> x.sigmoid(), () -> new Sigmoid(1, 1).apply(x), x)
                        .toString())
                .contains("right")
                .doesNotContain("meant to be");
        // With the backward pass that keeps e⁻ˣ, ∂z/∂x = e⁻ˣ·z², the check of the listing alone finds the sign.
        var check = GradientCheck.of(() -> new SigmoidByExp(-1).apply(x), x);
        assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(GradientCheck.of(() -> new SigmoidByExp(1).apply(x), x).isRight())
                .isTrue();
    }

    private record SigmoidByExp(double sign) implements ScalarFunction {
        @Override
        public double forward(Context cache, double... x) {
            double e = Math.exp(-x[0]);
            double z = 1 / (1 + sign * e);
            cache.save(e, z);
            return z;
        }

        @Override
        public Double[] backward(Context cache, double upstream) {
            double z = cache.number(1);
            return new Double[] {upstream * cache.number(0) * z * z};
        }
    }

    @Test
    void row3_4_wrongCountOfGradients_isTold() {
        ScalarFunction tooFew = new ScalarFunction() {
            @Override
            public double forward(Context cache, double... x) {
                return x[0] * x[1];
            }

            @Override
            public Double[] backward(Context cache, double upstream) {
                return new Double[] {upstream};
            }

            @Override
            public String name() {
                return "Mul";
            }
        };
        var x = new Var(2, "x");
        var y = new Var(3, "y");
        assertThatThrownBy(() -> GradientCheck.of(() -> tooFew.apply(x, y), x, y))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Mul.backward returned 1 gradient, and forward took 2 arguments");
        assertThat(x.value()).isEqualTo(2);
    }

    @Test
    void row3_4_wrongShapeOfAGradient_isTold() {
        class Total implements TensorFunction {
            @Override
            public Tensor forward(Context cache, Tensor... x) {
                return x[0].sum(0, true);
            }

            @Override
            public Tensor[] backward(Context cache, Tensor upstream) {
                return new Tensor[] {upstream}; // of shape 1, not stretched
            }
        }
        var x = Tensor.of(1, 2, 3).named("x");
        assertThatThrownBy(() -> GradientCheck.of(() -> new Total().apply(x), x))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gradient 0 has the shape 1, and argument 0 (x) has the shape 3");
    }

    private static Var[] vars(double... values) {
        return java.util.Arrays.stream(values).mapToObj(Var::new).toArray(Var[]::new);
    }
}
