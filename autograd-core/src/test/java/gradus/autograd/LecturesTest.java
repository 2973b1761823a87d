package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The figures of the lectures, each under the number of its row. */
class LecturesTest {

    @Test
    void row1_1_squareOfASum() {
        var x1 = new Var(1);
        var x2 = new Var(2);
        var a = new Var(3);
        var x2a = a.mul(x2);
        var y = x1.add(x2a);
        var z = y.pow(2);
        z.backward();
        assertThat(x2a.value()).isEqualTo(6);
        assertThat(y.value()).isEqualTo(7);
        assertThat(z.value()).isEqualTo(49);
        assertThat(z.grad()).isEqualTo(1);
        assertThat(y.grad()).isEqualTo(14);
        assertThat(x1.grad()).isEqualTo(14);
        assertThat(x2a.grad()).isEqualTo(14);
        assertThat(x2.grad()).isEqualTo(42);
        assertThat(a.grad()).isEqualTo(28);
    }

    @Test
    void row1_2_straightLineCode() {
        record Cache(double x1, double x2, double a, double y) {}
        record Gradients(double x1, double x2, double a) {}
        class Square {
            static Cache forward(double x1, double x2, double a) {
                double scaled = a * x2; // (1)
                double y = x1 + scaled; // (2)
                return new Cache(x1, x2, a, y);
            }

            static Gradients backward(double zBar, Cache c) {
                double yBar = zBar * 2 * c.y; // (3)
                double scaledBar = yBar; // (2)
                return new Gradients(yBar, scaledBar * c.a, scaledBar * c.x2); // (1)
            }
        }
        var cache = Square.forward(1, 2, 3);
        assertThat(cache.y() * cache.y()).isEqualTo(49.0);
        assertThat(Square.backward(1, cache)).isEqualTo(new Gradients(14, 42, 28));

        var x1 = new Var(1);
        var x2 = new Var(2);
        var a = new Var(3);
        x1.add(a.mul(x2)).pow(2).backward(0.5);
        assertThat(Square.backward(0.5, cache)).isEqualTo(new Gradients(x1.grad(), x2.grad(), a.grad()));
    }

    @Test
    void row1_3_localGradients() {
        var x = new Var(-2);
        var y = new Var(5);
        var z = new Var(-4);
        var q = x.add(y);
        var f = q.mul(z);
        f.backward();
        assertThat(f.children()).extracting(Var.Child::localGradient).containsExactly(z.value(), q.value());
        assertThat(q.grad()).isEqualTo(z.value());
        assertThat(z.grad()).isEqualTo(q.value());
    }

    @Test
    void row1_4_eightSteps() {
        var x = new Var(3);
        var y = new Var(-4);
        var sigmaY = y.sigmoid();
        var num = x.add(sigmaY);
        var sigmaX = x.sigmoid();
        var xpy = x.add(y);
        var xpySquared = xpy.pow(2);
        var den = sigmaX.add(xpySquared);
        var invDen = den.inv();
        var f = num.mul(invDen);
        f.backward();
        assertThat(sigmaY.value()).isEqualTo(0.01798620996209156);
        assertThat(num.value()).isEqualTo(3.0179862099620918);
        assertThat(sigmaX.value()).isEqualTo(0.9525741268224334);
        assertThat(xpy.value()).isEqualTo(-1);
        assertThat(xpySquared.value()).isEqualTo(1);
        assertThat(den.value()).isEqualTo(1.9525741268224333);
        assertThat(invDen.value()).isEqualTo(0.5121444488396316);
        assertThat(f.value()).isEqualTo(1.5456448841066441);
        assertThat(x.grad()).isCloseTo(2.0595697955721652, within(1e-15));
        assertThat(y.grad()).isCloseTo(1.5922327514838093, within(1e-15));
    }

    @Test
    void row1_5_questions() {
        var a = new Var(-1);
        var b = new Var(-2);
        var c = new Var(-4);
        var m = a.add(b);
        var loss = m.mul(c);
        loss.backward();
        assertThat(m.value()).isEqualTo(-3);
        assertThat(loss.grad()).isEqualTo(1);
        assertThat(c.grad()).isEqualTo(-3);
        assertThat(m.grad()).isEqualTo(-4);
        assertThat(a.grad()).isEqualTo(-4);
        assertThat(b.grad()).isEqualTo(-4);
    }

    @Test
    void row1_6_circuit() {
        var w0 = new Var(2);
        var x0 = new Var(-1);
        var w1 = new Var(-3);
        var x1 = new Var(-2);
        var w2 = new Var(-3);
        var s = w0.mul(x0).add(w1.mul(x1)).add(w2);
        var f = s.mul(-1).exp().add(1).inv();
        f.backward();
        assertThat(s.value()).isEqualTo(1);
        assertThat(f.value()).isCloseTo(0.7310585786300049, within(1e-16));
        assertThat(w0.grad()).isCloseTo(-0.1966119332, within(1e-10));
        assertThat(x0.grad()).isCloseTo(0.3932238665, within(1e-10));
        assertThat(w1.grad()).isCloseTo(-0.3932238665, within(1e-10));
        assertThat(x1.grad()).isCloseTo(-0.5898357997, within(1e-10));
        assertThat(w2.grad()).isCloseTo(0.1966119332, within(1e-10));
    }

    @Test
    void row1_9_ladder_onceForEachPathAgainstOnceForEachNode() {
        for (int n : new int[] {1, 5, 12}) {
            var x0 = new Var(1);
            var top = x0;
            for (int i = 0; i < n; i++) {
                top = top.add(top);
            }
            var recursive = Backward.RECURSIVE.run(top);
            var topological = Backward.TOPOLOGICAL.run(top);
            assertThat(recursive.visits(x0)).isEqualTo(1 << n);
            assertThat(recursive.total()).isEqualTo((2L << n) - 1);
            assertThat(topological.visits(x0)).isEqualTo(1);
            assertThat(topological.total()).isEqualTo(n + 1);
            assertThat(recursive.gradient(x0)).isEqualTo(1 << n);
            assertThat(topological.gradient(x0)).isEqualTo(1 << n);
        }
    }

    @Test
    void row1_9_visitedSetWithoutOrder_isWrongOnSharedNodes() {
        // s = x², z = s·s + s: s is met on its first edge, before the other contributions are there.
        var x = new Var(3);
        var s = x.mul(x);
        var z = s.mul(s).add(s);
        z.backward();
        assertThat(x.grad()).isEqualTo((2 * 9 + 1) * 6);
        assertThat(Backward.TOPOLOGICAL.run(z).gradient(x)).isEqualTo(x.grad());
        assertThat(Backward.DEPTH_FIRST.run(z).gradient(x)).isNotEqualTo(x.grad());
    }

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
    void row5_1_linearLayer() {
        var w = Tensor.randn(1, 3, 4);
        var x = Tensor.randn(2, 4, 5);
        var b = Tensor.randn(3, 3, 1);
        CentralDifference.check(t -> t[0].matmul(t[1]).add(t[2]).tanh().sum(), w, x, b);
    }

    @Test
    void row7_6_sigmoidAtOne() {
        var x = new Var(1);
        var z = x.sigmoid();
        z.backward();
        assertThat(z.value()).isCloseTo(0.7310586, within(5e-8));
        assertThat(x.grad()).isCloseTo(0.1966119, within(5e-8));
    }
}
