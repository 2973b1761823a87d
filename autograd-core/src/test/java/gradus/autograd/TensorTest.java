package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TensorTest {

    @Test
    void matmul_isTheProductByHand() {
        var x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        var y = Tensor.of(new double[][] {{1, 0}, {0, 1}, {2, -1}});
        var z = x.matmul(y);
        assertThat(z.shape()).isEqualTo(new Shape(2, 2));
        assertThat(z.toArray()).containsExactly(7, -1, 16, -1);
        assertThat(x.matmul(Tensor.of(1, 0, -1)).toArray()).containsExactly(-2, -2);
    }

    @Test
    void matmul_ofAnyInnerLength_agreesWithTheDefinition() {
        for (int k = 1; k <= 9; k++) {
            var x = Tensor.randn(k, 3, k);
            var y = Tensor.randn(100 + k, k, 2);
            var z = x.matmul(y);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 2; j++) {
                    double sum = 0;
                    for (int p = 0; p < k; p++) {
                        sum += x.at(i, p) * y.at(p, j);
                    }
                    assertThat(z.at(i, j)).isCloseTo(sum, within(1e-12));
                }
            }
        }
    }

    @Test
    void matmul_shapesThatClash_nameOperandsShapesAndAxis() {
        var w = Tensor.zeros(2, 3).named("W");
        var x = Tensor.zeros(4, 1).named("x");
        assertThatThrownBy(() -> w.matmul(x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "matmul: W is 2×3 and x is 4×1; columns of the first (3) must equal rows of the second (4)");
        var y = Tensor.zeros(2, 5).named("Y");
        assertThatThrownBy(() -> w.matmul(y)).hasMessageContaining("Did you mean to transpose the first?");
    }

    @Test
    void everyArrayOp_agreesWithCentralDifference() {
        var x = Tensor.randn(1, 3, 4);
        var y = Tensor.randn(2, 4, 2);
        CentralDifference.check(t -> t[0].matmul(t[1]).sin().sum(), x, y);
        CentralDifference.check(t -> t[0].transpose().sin().mean(), Tensor.randn(3, 2, 3));
        CentralDifference.check(t -> t[0].matmul(t[1]).sin().sum(), x, Tensor.randn(4, 4));
        CentralDifference.check(v -> Tensor.of(v).sin().mul(Tensor.of(v)).sum(), 1, 2, 3);
    }

    @Test
    void everyUnaryOp_onTensorsIsTheSameAsOnScalars() {
        for (var op : UnaryOp.values()) {
            var x = Tensor.of(op.samples());
            x.apply(op).sum().backward();
            for (int k = 0; k < op.samples().length; k++) {
                var v = new Var(op.samples()[k]);
                Var.apply(op, v).backward();
                assertThat(x.grad().at(k)).as("%s", op).isEqualTo(v.grad());
            }
        }
    }

    @Test
    void broadcast_sumsTheGradientOverStretchedAxes() {
        var x = Tensor.randn(1, 3, 2);
        CentralDifference.check(t -> t[0].mul(t[1]).sin().sum(), x, Tensor.randn(2, 2));
        CentralDifference.check(t -> t[0].mul(t[1]).sin().sum(), x, Tensor.randn(3, 3, 1));
        CentralDifference.check(t -> t[0].div(t[1]).sum(), Tensor.randn(4, 1, 2), Tensor.randn(5, 3, 1));
    }

    @Test
    void broadcast_ofPredictionsAgainstTargets_isRefused() {
        var prediction = Tensor.zeros(4, 1).named("prediction");
        var target = Tensor.zeros(4).named("target");
        assertThatThrownBy(() -> prediction.sub(target))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prediction has the shape 4×1")
                .hasMessageContaining("target has the shape 4;")
                .hasMessageContaining("they would make 4×4")
                .hasMessageContaining("reshape target to 4×1");
    }

    @Test
    void scalarsAndTensors_mixInOneGraph() {
        var w = new Var(2);
        var x = Tensor.of(1, 2, 3);
        var loss = x.mul(w).sum().mul(w);
        loss.backward();
        assertThat(loss.value()).isEqualTo(24);
        assertThat(w.grad()).isEqualTo(24);
        assertThat(x.grad().toArray()).containsExactly(4, 4, 4);
    }

    @Test
    void gradientHasTheShapeOfItsVariable() {
        var w = Tensor.randn(1, 3, 4);
        w.matmul(Tensor.randn(2, 4)).sum().backward();
        assertThat(w.grad().shape()).isEqualTo(w.shape());
    }

    @Test
    void backwardOnANonScalar_isRefused() {
        var y = Tensor.of(1, 2).mul(2).named("y");
        assertThatThrownBy(y::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("y has the shape 2")
                .hasMessageContaining("sum()");
        assertThatThrownBy(() -> y.backward(Tensor.of(1, 2, 3))).hasMessageContaining("must be equal");
    }

    @Test
    void randn_isTheSameForTheSameSeed_andStandardNormal() {
        var x = Tensor.randn(42, 100, 100).toArray();
        assertThat(Tensor.randn(42, 100, 100).toArray()).isEqualTo(x);
        assertThat(Tensor.randn(43, 100, 100).toArray()).isNotEqualTo(x);
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance = Arrays.stream(x).map(v -> v * v).average().orElseThrow() - mean * mean;
        assertThat(mean).isCloseTo(0, within(0.03));
        assertThat(variance).isCloseTo(1, within(0.05));
    }

    @Test
    void indexOutsideTheTensor_namesAxisAndShape() {
        var x = Tensor.zeros(2, 3).named("x");
        assertThatThrownBy(() -> x.at(2, 0)).hasMessageContaining("index 2 is outside axis 0 of shape 2×3");
        assertThatThrownBy(() -> x.at(1)).hasMessageContaining("needs 2 indices");
    }

    @Test
    void rowsOfDifferentLength_areRefused() {
        assertThatThrownBy(() -> Tensor.of(new double[][] {{1, 2}, {3}})).hasMessageContaining("row 1 has 1");
    }

    @Test
    void print_nestsAndShortens() {
        assertThat(Tensor.of(new double[][] {{1, 2}, {3, 4}})).hasToString("[[1., 2.],\n [3., 4.]]");
        assertThat(Tensor.zeros(2000)).hasToString("[0., 0., 0., ..., 0., 0., 0.]");
        assertThat(Tensor.zeros(0, 3)).hasToString("[] of shape 0×3");
    }
}
