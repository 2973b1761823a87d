package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The values of the tensor ops, by hand; their gradients are {@link CatalogueTest}'s. */
class TensorOpsTest {

    /** 0 1 2 3 / 4 5 6 7 / 8 9 10 11. */
    private final Tensor m = Tensor.arange(12).reshape(3, 4);

    /** Two matrices of 3×2: 0 1 / 2 3 / 4 5 and 6 7 / 8 9 / 10 11. */
    private final Tensor cube = Tensor.arange(12).reshape(2, 3, 2);

    @Test
    void creation() {
        assertThat(Tensor.arange(3).toArray()).containsExactly(0, 1, 2);
        assertThat(Tensor.arange(1, 2, 0.25).toArray()).containsExactly(1, 1.25, 1.5, 1.75);
        assertThat(Tensor.arange(3, 0, -2).toArray()).containsExactly(3, 1);
        assertThat(Tensor.arange(3, 0, 1).toArray()).isEmpty();
        assertThat(Tensor.ones(2, 2).toArray()).containsExactly(1, 1, 1, 1);
        assertThat(Tensor.full(-2.5, 3).toArray()).containsExactly(-2.5, -2.5, -2.5);
        assertThat(Tensor.eye(2).toArray()).containsExactly(1, 0, 0, 1);
        assertThat(Tensor.oneHot(3, 2, 0).toArray()).containsExactly(0, 0, 1, 1, 0, 0);
        assertThat(Tensor.rand(1, 1000)
                        .ge(0)
                        .mul(Tensor.rand(1, 1000).lt(1))
                        .sum()
                        .value())
                .isEqualTo(1000);
        assertThat(Tensor.rand(1, 5).toArray()).isEqualTo(Tensor.rand(1, 5).toArray());
        assertThatThrownBy(() -> Tensor.arange(0, 1, 0)).hasMessageContaining("step must not be 0");
        assertThatThrownBy(() -> Tensor.oneHot(3, 0, 3)).hasMessageContaining("label 3 at place 1");
    }

    @Test
    void reductionsAlongAnAxis() {
        assertThat(m.sum().value()).isEqualTo(66);
        assertThat(m.sum(0).toArray()).containsExactly(12, 15, 18, 21);
        assertThat(m.sum(1).toArray()).containsExactly(6, 22, 38);
        assertThat(m.sum(-1, true).shape()).hasToString("3×1");
        assertThat(cube.sum(1).toArray()).containsExactly(6, 9, 24, 27);
        assertThat(cube.sum(1).shape()).hasToString("2×2");
        assertThat(m.mean().value()).isEqualTo(5.5);
        assertThat(m.mean(0).toArray()).containsExactly(4, 5, 6, 7);
        assertThat(m.max().value()).isEqualTo(11);
        assertThat(m.maxAlong(1).toArray()).containsExactly(3, 7, 11);
        assertThat(m.min().value()).isZero();
        assertThat(m.minAlong(0).toArray()).containsExactly(0, 1, 2, 3);
        assertThat(Tensor.of(1, 2, 3, 4).variance().value()).isEqualTo(1.25);
        assertThat(m.variance(0).toArray()).containsExactly(32 / 3.0, 32 / 3.0, 32 / 3.0, 32 / 3.0);
        assertThat(Tensor.of(0, 0, 0).logsumexp().value()).isEqualTo(Math.log(3));
        assertThat(Tensor.zeros(2, 3).logsumexp(0).toArray()).containsExactly(Math.log(2), Math.log(2), Math.log(2));
        assertThat(Tensor.of(5).sum(0).shape()).isEqualTo(Shape.SCALAR);
    }

    @Test
    void probabilities() {
        var scores = Tensor.of(new double[][] {{0, Math.log(3)}, {2, 2}});
        assertThat(scores.softmax(1).toArray()).containsExactly(new double[] {0.25, 0.75, 0.5, 0.5}, within(1e-15));
        assertThat(scores.softmax(0).sum(0).toArray()).containsExactly(new double[] {1, 1}, within(1e-15));
        assertThat(scores.logSoftmax(1).at(0, 0)).isCloseTo(Math.log(0.25), within(1e-15));
        double expected = -(Math.log(0.75) + Math.log(0.5)) / 2;
        assertThat(scores.crossEntropy(1, 0).value()).isCloseTo(expected, within(1e-15));
        assertThat(scores.crossEntropy(Tensor.oneHot(2, 1, 0)).value()).isCloseTo(expected, within(1e-15));
        assertThat(scores.row(0).crossEntropy(Tensor.of(0, 1)).value()).isCloseTo(-Math.log(0.75), within(1e-15));
        assertThatThrownBy(() -> scores.crossEntropy(1)).hasMessageContaining("1 labels");
        assertThatThrownBy(() -> scores.crossEntropy(1, 2)).hasMessageContaining("label 2");
    }

    @Test
    void meanSquaredError() {
        assertThat(Tensor.of(1, 2).mse(Tensor.of(3, 1)).value()).isEqualTo(2.5);
        var prediction = Tensor.zeros(4, 1).named("prediction");
        assertThatThrownBy(() -> prediction.mse(Tensor.zeros(4).named("target")))
                .hasMessageContaining("prediction has the shape 4×1 and target has the shape 4; they must be equal")
                .hasMessageContaining("reshape target to 4×1");
        assertThatThrownBy(() -> prediction.mse(Tensor.zeros(1, 4))).hasMessageContaining("transpose");
    }

    @Test
    void partsOfATensor() {
        assertThat(m.slice("1:3, ::2").toArray()).containsExactly(4, 6, 8, 10);
        assertThat(m.slice("-1").toArray()).containsExactly(8, 9, 10, 11);
        assertThat(m.slice(":, 1").shape()).hasToString("3");
        assertThat(m.slice("::-2, -2:").toArray()).containsExactly(10, 11, 2, 3);
        assertThat(m.slice("2:0:-1, 0").toArray()).containsExactly(8, 4);
        assertThat(m.slice("5:, :").shape()).hasToString("0×4");
        assertThat(m.slice("")).isSameAs(m);
        assertThat(m.slice(1, -3, -1).toArray()).containsExactly(1, 2, 5, 6, 9, 10);
        assertThat(m.row(1).toArray()).containsExactly(4, 5, 6, 7);
        assertThat(m.rows(2, 0, 2).toArray()).containsExactly(8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11);
        assertThat(m.select(1, 3, -4).toArray()).containsExactly(3, 0, 7, 4, 11, 8);
        assertThat(cube.select(1, 2, 0).toArray()).containsExactly(4, 5, 0, 1, 10, 11, 6, 7);
        assertThat(m.get(1, 2).value()).isEqualTo(6);
        assertThat(m.get(-1, -1).value()).isEqualTo(11);
        assertThat(m.at(-1, 0)).isEqualTo(8);
        assertThatThrownBy(() -> m.slice("1, 2, 3"))
                .hasMessageContaining("3 parts")
                .hasMessageContaining("2 axes");
        assertThatThrownBy(() -> m.slice("1:x")).hasMessageContaining("\"x\" in \"1:x\" is not understood");
        assertThatThrownBy(() -> m.slice("0:2:0")).hasMessageContaining("step other than 0");
        assertThatThrownBy(() -> m.slice("0:1:1:1")).hasMessageContaining("is no from:to:step");
        assertThatThrownBy(() -> m.slice("3")).hasMessageContaining("index 3 is outside axis 0 of shape 3×4");
        assertThatThrownBy(() -> m.rows(-4)).hasMessageContaining("index -4 is outside axis 0");
        assertThatThrownBy(() -> m.get(1)).hasMessageContaining("needs 2 indices");
    }

    /** What goes back through a selection lands where it came from, added up. */
    @Test
    void gradientsOfParts() {
        var x = Tensor.of(1, 2, 3, 4);
        x.rows(2, 0, 2).mul(Tensor.of(1, 10, 100).detach()).sum().backward();
        assertThat(x.grad().toArray()).containsExactly(10, 0, 101, 0);
        x.zeroGrad();
        x.slice("1::2").mul(Tensor.of(5, 7).detach()).sum().backward();
        assertThat(x.grad().toArray()).containsExactly(0, 5, 0, 7);
        x.zeroGrad();
        x.get(2).mul(3).backward();
        assertThat(x.grad().toArray()).containsExactly(0, 0, 3, 0);
        var y = Tensor.arange(4).reshape(2, 2);
        y.select(1, 1, 1)
                .mul(Tensor.of(new double[][] {{1, 2}, {3, 4}}).detach())
                .sum()
                .backward();
        assertThat(y.grad().toArray()).containsExactly(0, 3, 0, 7);
    }

    @Test
    void shapes() {
        assertThat(m.transpose().toArray()).containsExactly(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
        assertThat(cube.transpose().toArray()).containsExactly(0, 2, 4, 1, 3, 5, 6, 8, 10, 7, 9, 11);
        assertThat(cube.permute(2, 0, 1).shape()).hasToString("2×2×3");
        assertThat(cube.permute(2, 0, 1).toArray()).containsExactly(0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11);
        assertThat(cube.permute(0, -1, 1).toArray()).isEqualTo(cube.transpose().toArray());
        assertThat(m.reshape(2, -1).shape()).hasToString("2×6");
        assertThat(m.reshape(-1).shape()).hasToString("12");
        assertThatThrownBy(() -> m.reshape(5, -1))
                .hasMessageContaining("12 elements of shape 3×4 cannot be divided into [5, -1]");
        assertThatThrownBy(() -> m.reshape(-1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> m.reshape(0, -1)).hasMessageContaining("cannot be divided");
        var a = Tensor.of(1, 2);
        var b = Tensor.of(3, 4);
        assertThat(Tensor.concat(0, a, b).toArray()).containsExactly(1, 2, 3, 4);
        assertThat(Tensor.stack(a, b).shape()).hasToString("2×2");
        assertThat(LayoutOp.STACK.tensor(new int[] {1}, a, b).toArray()).containsExactly(1, 3, 2, 4);
        assertThat(Tensor.concat(-1, m, m.slice(":, :1")).row(0).toArray()).containsExactly(0, 1, 2, 3, 0);
        assertThatThrownBy(() -> Tensor.concat(0)).hasMessageContaining("at least one tensor");
        assertThat(LayoutOp.BROADCAST
                        .tensor(new int[] {2, 2}, Tensor.of(new double[][] {{1}, {2}}))
                        .toArray())
                .containsExactly(1, 1, 2, 2);
        assertThat(LayoutOp.SUM_TO
                        .tensor(new int[] {2, 1}, Tensor.of(new double[][] {{1, 2}, {3, 4}}))
                        .toArray())
                .containsExactly(3, 7);
    }

    @Test
    void masks() {
        var x = Tensor.of(1, 2, 3);
        assertThat(x.gt(2).toArray()).containsExactly(0, 0, 1);
        assertThat(x.ge(2).toArray()).containsExactly(0, 1, 1);
        assertThat(x.lt(2).toArray()).containsExactly(1, 0, 0);
        assertThat(x.le(2).toArray()).containsExactly(1, 1, 0);
        assertThat(x.eq(2).toArray()).containsExactly(0, 1, 0);
        assertThat(x.ne(2).toArray()).containsExactly(1, 0, 1);
        assertThat(x.gt(Tensor.of(new double[][] {{0, 0, 0}, {2, 2, 2}})).toArray())
                .containsExactly(1, 1, 1, 0, 0, 1);
        assertThat(x.gt(2).requiresGrad()).isFalse();
        assertThat(Tensor.of(Double.NaN).eq(Double.NaN).at(0)).isZero();
        assertThatThrownBy(() -> x.gt(Tensor.of(1, 2)))
                .hasMessageContaining("gt:")
                .hasMessageContaining("they are 3 and 2");
    }

    @Test
    void places() {
        assertThat(Tensor.of(1, 5, 5, 2).argmax()).isEqualTo(1);
        assertThat(m.argmax(0)).containsExactly(2, 2, 2, 2);
        assertThat(m.neg().argmax(1)).containsExactly(0, 0, 0);
        assertThat(cube.argmax(1)).containsExactly(2, 2, 2, 2);
        assertThat(Tensor.of(1, Double.NaN, 3).argmax()).isEqualTo(1);
        assertThatThrownBy(() -> Tensor.zeros(0).argmax()).hasMessageContaining("no elements");
    }

    @Test
    void products() {
        var v = Tensor.of(1, 0, -1);
        assertThat(m.transpose().matmul(v).toArray()).containsExactly(-8, -8, -8, -8);
        assertThat(v.matmul(m).toArray()).containsExactly(-8, -8, -8, -8);
        assertThat(v.matmul(v).shape()).isEqualTo(Shape.SCALAR);
        assertThat(v.matmul(v).at()).isEqualTo(2);
        // 0 1 / 2 3 / 4 5 times 1 / 1, and the second matrix likewise.
        assertThat(cube.matmul(Tensor.of(1, 1)).toArray()).containsExactly(1, 5, 9, 13, 17, 21);
        assertThat(cube.matmul(Tensor.eye(2)).toArray()).isEqualTo(cube.toArray());
        assertThat(cube.matmul(cube.transpose()).shape()).hasToString("2×3×3");
        assertThat(cube.matmul(cube.transpose()).at(1, 0, 2)).isEqualTo(6 * 10 + 7 * 11);
        assertThat(Tensor.eye(3).matmul(cube).toArray()).isEqualTo(cube.toArray());
        assertThatThrownBy(() -> m.matmul(m))
                .hasMessageContaining("columns of the first (4) must equal rows of the second (3)")
                .hasMessageContaining("transpose the second?");
        assertThatThrownBy(() -> cube.matmul(Tensor.zeros(3, 2, 2))).hasMessageContaining("axes before the last two");
        assertThatThrownBy(() -> m.matmul(Tensor.zeros(4).sum(0)))
                .hasMessageContaining("mul(…) multiplies by a scalar");
    }

    @Test
    void scalarsOnTheLeft() {
        var w = new Var(10);
        var x = Tensor.of(1, 2);
        assertThat(w.sub(x).toArray()).containsExactly(9, 8);
        assertThat(w.div(x).toArray()).containsExactly(10, 5);
        assertThat(w.pow(x).toArray()).containsExactly(10, 100);
        assertThat(w.max(x).toArray()).containsExactly(10, 10);
        assertThat(w.min(x).toArray()).containsExactly(1, 2);
        assertThat(w.add(x).toArray()).containsExactly(11, 12);
        w.mul(x).sum().backward();
        assertThat(w.grad()).isEqualTo(3);
    }

    @Test
    void inPlaceUpdate_isAChangeLikeAnyOther() {
        var x = Tensor.of(1, 2).named("x");
        var y = x.mul(2).sum();
        x.update(k -> 10 * (k + 1));
        assertThat(x.toArray()).containsExactly(10, 20);
        assertThatThrownBy(y::backward).hasMessageContaining("the value of x was changed");
        assertThatThrownBy(() -> x.mul(2).update(k -> 0)).hasMessageContaining("was computed");
    }
}
