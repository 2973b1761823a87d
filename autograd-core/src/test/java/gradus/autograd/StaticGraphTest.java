package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StaticGraphTest {

    private static GraphDeclaration square() {
        // Declared in the wrong order on purpose: the graph finds its own.
        return new GraphDeclaration()
                .node("z", BinaryOp.POW, "y", "two")
                .node("y", BinaryOp.ADD, "x1", "x2'")
                .node("x2'", BinaryOp.MUL, "a", "x2")
                .constant("two", 2)
                .input("x1")
                .input("x2")
                .input("a");
    }

    @Test
    void row3_5_squareOfASum() {
        var g = square().forward(Map.of("x1", 1, "x2", 2, "a", 3));
        assertThat(g.value("x2'")).isEqualTo(6);
        assertThat(g.value("y")).isEqualTo(7);
        assertThat(g.value("z")).isEqualTo(49);
        assertThat(g.backward("z", 1))
                .containsEntry("z", 1.0)
                .containsEntry("y", 14.0)
                .containsEntry("x1", 14.0)
                .containsEntry("x2'", 14.0)
                .containsEntry("x2", 42.0)
                .containsEntry("a", 28.0)
                .doesNotContainKey("two");
        assertThat(g.backward("z", 0.5)).containsEntry("x2", 21.0);
    }

    /** (a·b) + (a+b) and max(a·b, a+b): the lecture's {@code grads[p] = g} would keep one of two contributions. */
    @Test
    void row3_5_gradientAccumulation() {
        var g = new GraphDeclaration()
                .input("a")
                .input("b")
                .node("ab", BinaryOp.MUL, "a", "b")
                .node("s", BinaryOp.ADD, "a", "b")
                .node("sum", BinaryOp.ADD, "ab", "s")
                .node("max", BinaryOp.MAX, "ab", "s")
                .forward(Map.of("a", 3, "b", -4));
        assertThat(g.backward("sum", 1)).containsEntry("a", -3.0).containsEntry("b", 4.0);
        assertThat(g.value("max")).isEqualTo(-1);
        assertThat(g.backward("max", 1))
                .containsEntry("a", 1.0)
                .containsEntry("b", 1.0)
                .containsEntry("ab", 0.0);
    }

    @Test
    void row3_5_cycle_isNamed() {
        var g = new GraphDeclaration()
                .input("x")
                .node("a", BinaryOp.ADD, "x", "c")
                .node("b", UnaryOp.SIN, "a")
                .node("c", UnaryOp.EXP, "b");
        assertThatThrownBy(() -> g.forward(Map.of("x", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a ← c ← b ← a");
    }

    @Test
    void naryOps_runAgainOnNewValues_andSkipConstants() {
        var x = new Var(2);
        var y = new Var(3);
        var graph = StaticGraph.of(Var.sum(Var.product(x, y, Var.constant(5), x), x));
        y.set(0);
        assertThat(graph.forward()).isEqualTo(2);
        graph.backward(2);
        assertThat(x.grad()).as("2·(y·5·x + x·y·5 + 1)").isEqualTo(2);
        assertThat(y.grad()).as("2·x·5·x").isEqualTo(40);
    }

    @Test
    void sumOfMany_takesNoLongerBackThanForth() {
        // One local gradient at a time, this would be 4·10¹⁰ additions.
        var x = new Var[200_000];
        java.util.Arrays.setAll(x, Var::new);
        var graph = StaticGraph.of(Var.sum(x));
        graph.forward();
        graph.backward();
        assertThat(x).allSatisfy(each -> assertThat(each.grad()).isEqualTo(1));
    }

    /** The same model both ways: built as the code runs, and declared once. */
    @Test
    void row3_6_staticAndDynamic_giveTheSame() {
        var w = new Var(0.5);
        var b = new Var(-0.25);
        var x = new Var(1);
        var graph = StaticGraph.of(w.mul(x).add(b).tanh().pow(2));
        for (double value : new double[] {1, -2, 3}) {
            x.set(value);
            w.zeroGrad();
            b.zeroGrad();
            assertThat(graph.forward()).isEqualTo(Math.pow(Math.tanh(0.5 * value - 0.25), 2));
            graph.backward();
            double byStatic = w.grad();
            w.zeroGrad();
            w.mul(x).add(b).tanh().pow(2).backward();
            assertThat(byStatic).isEqualTo(w.grad());
        }
    }

    @Test
    void newInputs_giveNewValues_andGradientsAddUp() {
        var x = new Var(2);
        var graph = StaticGraph.of(x.mul(x).mul(x));
        assertThat(graph.forward()).isEqualTo(8);
        graph.backward();
        assertThat(x.grad()).isEqualTo(12);
        x.set(3);
        assertThat(graph.forward()).isEqualTo(27);
        graph.backward(2);
        assertThat(x.grad()).isEqualTo(12 + 2 * 27);
    }

    @Test
    void mistakes_areTold() {
        assertThatThrownBy(() -> square().forward(Map.of("x1", 1, "x2", 2)))
                .hasMessageContaining("input a has no value");
        assertThatThrownBy(() -> square().forward(Map.of("x1", 1, "x2", 2, "a", 3, "y", 3)))
                .hasMessageContaining("y is no input");
        assertThatThrownBy(() -> square().input("z")).hasMessageContaining("z is declared twice");
        assertThatThrownBy(() -> square().node("q", UnaryOp.SIN, "x1", "x2")).hasMessageContaining("takes 1 operands");
        assertThatThrownBy(
                        () -> new GraphDeclaration().node("q", UnaryOp.SIN, "p").forward(Map.of()))
                .hasMessageContaining("q has the parent p, which is not declared");
        assertThatThrownBy(() -> square().forward(Map.of("x1", "one", "x2", 2, "a", 3)))
                .hasMessageContaining("needs a number or a Tensor");
        assertThatThrownBy(() -> square().backward("z", 1)).hasMessageContaining("forward(…) first");
        assertThatThrownBy(() -> StaticGraph.of(new Var(1).exp()).backward()).hasMessageContaining("forward() first");
        var product = new ScalarFunction() {
            @Override
            public double forward(Context cache, double... x) {
                return x[0];
            }

            @Override
            public Double[] backward(Context cache, double upstream) {
                return new Double[] {upstream};
            }
        };
        assertThatThrownBy(() -> StaticGraph.of(product.apply(new Var(1))))
                .hasMessageContaining("ops of the catalogue");
    }

    @Test
    void inputsOfAnotherShape_buildTheGraphAnew() {
        var g = new GraphDeclaration()
                .input("X")
                .input("W")
                .node("S", MatrixOp.MATMUL, "X", "W")
                .node("L", ReduceOp.SUM, "S");
        var w = Tensor.randn(1, 3, 2);
        for (int rows : new int[] {4, 4, 5}) {
            var x = Tensor.randn(rows, rows, 3);
            g.forward(Map.of("X", x, "W", w));
            var sum = x.matmul(w).sum();
            assertThat(g.value("L")).isEqualTo(sum.value());
            assertThat(g.backward("L", 1).get("W")).isEqualTo(Value.of(Derivatives.gradient(sum, w)));
        }
    }

    static List<Arguments> samples() {
        var all = new ArrayList<Arguments>();
        for (var op : Op.catalogue()) {
            if (op instanceof ArrayOp array) {
                array.samples().forEach(sample -> all.add(Arguments.of(array, sample)));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void arrayOps_runAsInTheEagerEngine(ArrayOp op, Sample sample) {
        var inputs = new Node[sample.operands().size()];
        for (int i = 0; i < inputs.length; i++) {
            var shape = sample.operands().get(i);
            inputs[i] = shape.rank() == 0 ? new Var(i - 0.5) : Tensor.randn(i, shape.axes());
        }
        var graph = StaticGraph.of(op.of(sample.settings(), inputs));
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] instanceof Tensor t) {
                t.set(Tensor.randn(10 + i, t.shape().axes()).toArray());
            } else {
                ((Var) inputs[i]).set(2.5 - i);
            }
        }
        graph.forward();
        var eager = op.of(sample.settings(), inputs);
        var upstream = Tensor.randn(5, eager.shape().axes());
        graph.backward(upstream);
        assertThat(graph.value(graph.root())).isEqualTo(Value.of(eager));
        for (var input : inputs) {
            var byStatic = input.gradElements();
            input.zeroGrad();
            Sweep.accumulate(eager, upstream.toArray());
            assertThat(byStatic).containsExactly(input.gradElements(), within(1e-14));
            for (var other : inputs) {
                other.zeroGrad();
            }
            graph.backward(upstream);
        }
    }

    /** Scalars and tensors by random ops of the catalogue, run again on other inputs. */
    @Test
    void randomGraphs_runAsInTheEagerEngine() {
        for (int seed = 0; seed < 300; seed++) {
            var inputs = new Var[] {new Var(0.5), new Var(-1.25), new Var(2)};
            var graph = StaticGraph.of(random(seed, inputs));
            var other = new Random(seed);
            for (var input : inputs) {
                input.set(other.nextDouble() * 4 - 2);
            }
            var eager = random(seed, inputs);
            assertThat(graph.forward()).as("seed %d", seed).isEqualTo(eager.value());
            graph.backward();
            double[] byStatic = gradients(inputs);
            eager.backward();
            assertThat(byStatic).as("seed %d", seed).containsExactly(gradients(inputs), within(1e-11));
        }
    }

    private static double[] gradients(Var... inputs) {
        var all = new double[inputs.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = inputs[i].hasGrad() ? inputs[i].grad() : 0;
            inputs[i].zeroGrad();
        }
        return all;
    }

    private static Var random(int seed, Var... inputs) {
        var random = new Random(seed);
        var nodes = new ArrayList<Var>(List.of(inputs));
        for (int i = 0; i < 5 + random.nextInt(195); i++) {
            var x = nodes.get(random.nextInt(nodes.size()));
            var y = nodes.get(random.nextInt(nodes.size()));
            nodes.add(
                    switch (random.nextInt(9)) {
                        case 0 -> x.add(y);
                        case 1 -> x.sub(y);
                        case 2 -> x.mul(y).tanh();
                        case 3 -> x.max(y);
                        case 4 -> x.sin();
                        case 5 -> x.sigmoid();
                        case 6 -> Var.product(x, y, inputs[0]).tanh();
                        case 7 ->
                            Tensor.of(x, y, inputs[1]).mul(inputs[2]).softmax(0).get(1);
                        default -> x.div(y.mul(y).add(1));
                    });
        }
        var last = nodes.subList(Math.max(0, nodes.size() - 5), nodes.size());
        return Var.sum(last.toArray(Var[]::new))
                .add(inputs[0].add(inputs[1]).add(inputs[2]).mul(0.1));
    }
}
