package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Section 5 of the lectures: vectors, matrices, Jacobians. */
class Lectures5JacobiansTest {
    @Test
    void row5_1_linearLayer() {
        var w = Tensor.randn(1, 3, 4);
        var x = Tensor.randn(2, 4, 5);
        var b = Tensor.randn(3, 3, 1);
        CentralDifference.check(t -> t[0].matmul(t[1]).add(t[2]).tanh().sum(), w, x, b);
    }

    @Test
    void row5_2_sigmoidOfAVector_theJacobianIsDiagonal() {
        var x = Tensor.of(-2, -0.5, 0, 1, 3).named("x");
        var upstream = Tensor.of(1, -2, 0.5, 3, 0.25);
        int n = 5;
        var jacobian = Derivatives.jacobian(x.sigmoid(), x);
        long full = 0;
        var byJacobian = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                byJacobian[j] += upstream.at(i) * jacobian.at(i, j);
                full++;
                if (i != j) {
                    assertThat(jacobian.at(i, j)).isZero();
                }
            }
        }
        long diagonal = 0;
        var byElement = new double[n];
        for (int j = 0; j < n; j++) {
            byElement[j] = upstream.at(j) * jacobian.at(j, j);
            diagonal++;
        }
        assertThat(full).isEqualTo(25);
        assertThat(diagonal).isEqualTo(5);
        assertThat(byElement).containsExactly(byJacobian);
        // The engine multiplies element by element, and never forms the Jacobian.
        x.sigmoid().backward(upstream);
        assertThat(x.grad().toArray()).containsExactly(byElement, within(1e-16));
        assertThat(UnaryOp.SIGMOID.isElementwise()).isTrue();
    }

    @Test
    void row5_3_fullJacobianOfAProduct_isComputedAndNotAllocated() {
        var size = JacobianSize.ofProduct(4096, 4096, 64);
        assertThat(size.rows()).isEqualTo(4096L * 64);
        assertThat(size.columns()).isEqualTo(4096L * 4096 + 4096L * 64);
        assertThat(size.elements()).isEqualTo(4_466_765_987_840L);
        assertThat(size.gibibytes(Float.BYTES)).isEqualTo(16_640);
        assertThatThrownBy(() -> size.requireAtMost(1 << 27))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4,466,765,987,840 elements")
                .hasMessageContaining("33,280.0 GiB in double precision");
    }

    @Test
    void row5_3_requestForATooLargeJacobian_isRefusedWithItsSize() {
        var w = Tensor.randn(1, 128, 128).named("W");
        var x = Tensor.randn(2, 128, 64).named("x");
        var s = w.matmul(x);
        var size = JacobianSize.ofProduct(128, 128, 64);
        assertThatThrownBy(() -> Derivatives.jacobian(s, w, x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.format(Locale.ROOT, "%,d elements", size.elements()))
                .hasMessageContaining("1.5 GiB");
        s.backward(Tensor.ones(128, 64)); // what is needed of it costs two products
        assertThat(w.grad().shape()).isEqualTo(w.shape());
    }

    /** Scalar, vector and matrix by scalar, vector and matrix. */
    @Test
    void row5_4_shapesOfADerivative() {
        List<Supplier<Node>> inputs =
                List.of(() -> new Var(0.5), () -> Tensor.of(1, 2, 3), () -> Tensor.randn(1, 2, 3));
        var table = new ArrayList<String>();
        for (var input : inputs) {
            var x = input.get();
            // One number that depends on every element of x, then as many outputs as are wanted.
            var all = x instanceof Tensor t ? t.sin().sum() : ((Var) x).sin();
            var vector = Tensor.of(1, 2, 3, 4).detach();
            var matrix = Tensor.randn(2, 4, 2).detach();
            for (Node y : List.of(all, all.mul(vector), all.mul(matrix))) {
                x.zeroGrad();
                Sweep.accumulate(y, Tensor.ones(y.shape().axes()).toArray());
                assertThat(gradientShape(x)).as("a variable and its gradient").isEqualTo(x.shape());
                var jacobian = Derivatives.jacobian(y, x);
                assertThat(jacobian.shape())
                        .isEqualTo(new Shape(y.shape().size(), x.shape().size()));
                table.add(y.shape() + " by " + x.shape() + ": " + jacobian.shape());
            }
        }
        assertThat(table)
                .containsExactly(
                        "scalar by scalar: 1×1",
                        "4 by scalar: 4×1",
                        "4×2 by scalar: 8×1",
                        "scalar by 3: 1×3",
                        "4 by 3: 4×3",
                        "4×2 by 3: 8×3",
                        "scalar by 2×3: 1×6",
                        "4 by 2×3: 4×6",
                        "4×2 by 2×3: 8×6");
    }

    private static Shape gradientShape(Node x) {
        return x instanceof Tensor t ? t.grad().shape() : new Shape(new int[0]);
    }
}
