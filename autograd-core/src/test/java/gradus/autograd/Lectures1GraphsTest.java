package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Section 1 of the lectures: the chain rule and graphs. */
class Lectures1GraphsTest {
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
    void row1_7_groupedIntoOneNodeAndSplitIntoMany() {
        // The circuit of row 1.6: once from its seven parts, once with σ, once as one function of the student's own.
        class Neuron implements ScalarFunction {
            @Override
            public double forward(Context cache, double... v) {
                double f = 1 / (1 + Math.exp(-(v[0] * v[1] + v[2] * v[3] + v[4])));
                cache.save(f, v.clone());
                return f;
            }

            @Override
            public Double[] backward(Context cache, double upstream) {
                double f = cache.number(0);
                var v = (double[]) cache.saved(1);
                double s = upstream * f * (1 - f);
                return new Double[] {s * v[1], s * v[0], s * v[3], s * v[2], s};
            }
        }
        double[] lecture = {-0.1966119332, 0.3932238665, -0.3932238665, -0.5898357997, 0.1966119332};
        List<Function<Var[], Var>> ways = List.of(
                v -> v[0].mul(v[1])
                        .add(v[2].mul(v[3]))
                        .add(v[4])
                        .mul(-1)
                        .exp()
                        .add(1)
                        .inv(),
                v -> v[0].mul(v[1]).add(v[2].mul(v[3])).add(v[4]).sigmoid(),
                v -> new Neuron().apply(v));
        var nodes = new ArrayList<Integer>();
        for (var way : ways) {
            Var[] v = {new Var(2), new Var(-1), new Var(-3), new Var(-2), new Var(-3)};
            var f = way.apply(v);
            f.backward();
            assertThat(f.value()).isCloseTo(0.7310585786300049, within(1e-16));
            assertThat(Arrays.stream(v).mapToDouble(Var::grad).toArray()).containsExactly(lecture, within(1e-10));
            nodes.add(Trace.of(f).forward().size());
        }
        assertThat(nodes).containsExactly(8, 5, 1);
    }

    @Test
    void row1_8_addDistributes_fanOutSums() {
        var a = new Var(3, "a");
        var b = new Var(-2, "b");
        Supplier<Var> f = () -> a.mul(b).add(a.add(b));
        f.get().backward();
        assertThat(a.grad()).isEqualTo(-2 + 1); // b from the product, 1 from the sum
        assertThat(b.grad()).isEqualTo(3 + 1);
        assertThat(GradientCheck.of(f, a, b).isRight()).isTrue();
    }

    @Test
    void row1_8_maxRoutesToTheLarger() {
        var a = new Var(3, "a");
        var b = new Var(-2, "b");
        Supplier<Var> f = () -> a.mul(b).max(a.add(b));
        f.get().backward(); // 3 − 2 is larger than 3·(−2): all goes to the sum
        assertThat(a.grad()).isEqualTo(1);
        assertThat(b.grad()).isEqualTo(1);
        assertThat(GradientCheck.of(f, a, b).isRight()).isTrue();
        b.set(2);
        a.zeroGrad();
        b.zeroGrad();
        f.get().backward(); // 3·2 is larger than 3 + 2: all goes to the product
        assertThat(a.grad()).isEqualTo(2);
        assertThat(b.grad()).isEqualTo(3);
        assertThat(GradientCheck.of(f, a, b).isRight()).isTrue();
    }

    /** A product that counts its calls, so that the cost of both passes can be told without a clock. */
    private static final class CountedMul implements ScalarFunction {
        private int forward;
        private int backward;

        @Override
        public double forward(Context cache, double... x) {
            forward++;
            cache.save(x[0], x[1]);
            return x[0] * x[1];
        }

        @Override
        public Double[] backward(Context cache, double upstream) {
            backward++;
            return new Double[] {upstream * cache.number(1), upstream * cache.number(0)};
        }
    }

    @Test
    void row1_10_backwardHasTheSameOrderOfCostAsForward() {
        for (int n : new int[] {10, 100, 1000}) {
            // A general graph: every product takes the last result and an earlier one, so that nodes are shared.
            var counted = new CountedMul();
            var made = new ArrayList<Var>(List.of(new Var(1), new Var(1)));
            for (int i = 0; i < n; i++) {
                made.add(counted.apply(made.get(made.size() - 1), made.get(i / 2)));
            }
            var root = made.get(made.size() - 1);
            root.backward();
            assertThat(counted.forward).isEqualTo(n);
            assertThat(counted.backward)
                    .as("each node once, whatever the number of paths")
                    .isEqualTo(n);
            var trace = Trace.of(root);
            assertThat(trace.backward())
                    .as("one product for each edge: two for each node")
                    .hasSize(2 * n);
            assertThat(root.grad()).as("the output's gradient").isEqualTo(1);
        }
    }
}
