package gradus.kernel.exercise;

import gradus.autograd.Backward;
import gradus.autograd.Var;
import gradus.kernel.exercise.Tape.Rule;
import gradus.render.MistakeKind;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** The lecture's own exercise: a {@code Var} whose sweep is without recursion, in topological order (row 4.2). */
final class OwnVar extends Exercise {

    /** Deeper than the stack of a cell. */
    private static final int DEPTH = 30_000;

    private static final String AS_MET = " (this is the order in which a search from the result meets the nodes)";

    /** 2⁶⁰ paths. */
    private static final int RUNGS = 60;

    /** So many kinds are small enough to be drawn. */
    private static final int SMALL = 4;

    /** What a graph is built with: the engine, or a tape that is swept by wrong rules. */
    private interface Maker<N> {
        N add(N a, N b);

        N mul(N a, N b);

        N sin(N a);
    }

    /** The graphs, each in Java for a student's class and once more for the engine. */
    private enum Kind {
        LECTURE("f = x·y + sin x", "x.mul(y).add(x.sin())") {
            @Override
            <N> N of(N x, N y, Maker<N> make) {
                return make.add(make.mul(x, y), make.sin(x));
            }
        },
        REUSED("f = x·x + x·y", "x.mul(x).add(x.mul(y))") {
            @Override
            <N> N of(N x, N y, Maker<N> make) {
                return make.add(make.mul(x, x), make.mul(x, y));
            }
        },
        SHARED("s = x·y, f = s·s + s", "twice(x.mul(y))") {
            @Override
            <N> N of(N x, N y, Maker<N> make) {
                N s = make.mul(x, y);
                return make.add(make.mul(s, s), s);
            }
        },
        CROSSED("s = x + y, t = s·x, f = s + t·s", "crossed(x, x.add(y))") {
            @Override
            <N> N of(N x, N y, Maker<N> make) {
                N s = make.add(x, y);
                return make.add(s, make.mul(make.mul(s, x), s));
            }
        },
        LADDER("a ladder of " + RUNGS + " doublings of x·y", "many(x.mul(y), null, " + RUNGS + ")") {
            @Override
            <N> N of(N x, N y, Maker<N> make) {
                return repeated(make.mul(x, y), RUNGS, top -> make.add(top, top));
            }
        },
        CHAIN("a chain, x + y + y + … with " + DEPTH + " times y", "many(x, y, " + DEPTH + ")") {
            @Override
            <N> N of(N x, N y, Maker<N> make) {
                return repeated(x, DEPTH, top -> make.add(top, y));
            }
        };

        private final String words;
        private final String code;

        Kind(String words, String code) {
            this.words = words;
            this.code = code;
        }

        abstract <N> N of(N x, N y, Maker<N> make);

        static Kind of(double... in) {
            return values()[(int) in[0]];
        }

        private static <N> N repeated(N first, int times, Function<N, N> step) {
            N top = first;
            for (int i = 0; i < times; i++) {
                top = step.apply(top);
            }
            return top;
        }
    }

    private static final String GRAPH = "class Graphs {"
            + " Var twice(Var s) { return s.mul(s).add(s); }"
            + " Var crossed(Var x, Var s) { return s.add(s.mul(x).mul(s)); }"
            + " Var many(Var first, Var other, int times) { var top = first;"
            + " for (int i = 0; i < times; i++) { top = top.add(other == null ? top : other); } return top; }"
            + " Var of(int kind, Var x, Var y) { return " + choice() + "; } }"
            + " var x = new Var(in[1]); var y = new Var(in[2]); var f = new Graphs().of((int) in[0], x, y); f.backward(); ";

    private static String choice() {
        Kind[] kinds = Kind.values();
        var code = new StringBuilder();
        for (int i = 0; i + 1 < kinds.length; i++) {
            code.append("kind == ")
                    .append(i)
                    .append(" ? ")
                    .append(kinds[i].code)
                    .append(" : ");
        }
        return code + kinds[kinds.length - 1].code;
    }

    OwnVar() {
        super(
                "var",
                "a Var of one's own, in topological order",
                "class Var { double value, grad; Var(double value); Var add(Var other); Var mul(Var other); Var sin(); void backward(); }",
                "in -> { " + GRAPH + "return new double[] {f.value, x.grad, y.grad}; }",
                "graph x y",
                "f ∂f/∂x ∂f/∂y");
    }

    @Override
    String drawing() {
        return "in -> { " + GRAPH + "return in[0] >= " + SMALL + " ? new Object[] {} : new Object[] {x, y, f}; }";
    }

    @Override
    List<String> drawn() {
        return List.of("x", "y");
    }

    @Override
    String told(double... in) {
        return Kind.of(in).words + " at " + Figures.of(List.of("x", "y"), new double[] {in[1], in[2]});
    }

    /** All that is small comes first, in which mistakes are told apart; then what is deep. */
    @Override
    List<double[]> cases(Random random) {
        return DoubleStream.iterate(0, kind -> kind + 1)
                .limit(Kind.values().length)
                .mapToObj(kind ->
                        numbers(kind, readable(random.nextDouble() * 3 - 1.5), readable(random.nextDouble() * 3 - 1.5)))
                .toList();
    }

    private static Var engine(Var x, Var y, double... in) {
        return Kind.of(in).of(x, y, new Maker<>() {
            @Override
            public Var add(Var a, Var b) {
                return a.add(b);
            }

            @Override
            public Var mul(Var a, Var b) {
                return a.mul(b);
            }

            @Override
            public Var sin(Var a) {
                return a.sin();
            }
        });
    }

    @Override
    double[] right(double... in) {
        return valueAndGradients(x -> engine(x[0], x[1], in), in[1], in[2]);
    }

    /** A recursion with marks: each node passes on what it has when it is met first. */
    private static double[] depthFirst(double... in) {
        var x = new Var(in[1]);
        var y = new Var(in[2]);
        var f = engine(x, y, in);
        var found = Backward.DEPTH_FIRST.run(f);
        return numbers(f.value(), found.gradient(x), found.gradient(y));
    }

    private static double[] swept(double[] in, Rule rule) {
        return swept(in, (tape, zeros) -> tape.sweep(rule, 1, zeros, false));
    }

    /** In a chain there is but one order, and it is long. */
    private static double[] swept(double[] in, Function<Tape, int[]> order) {
        return Kind.of(in) == Kind.CHAIN
                ? swept(in, Rule.RIGHT)
                : swept(in, (tape, zeros) -> tape.sweep(Rule.RIGHT, 1, zeros, order.apply(tape)));
    }

    private static double[] swept(double[] in, BiFunction<Tape, double[], double[]> sweep) {
        var tape = new Tape();
        int x = tape.input(in[1]);
        int y = tape.input(in[2]);
        Kind.of(in).of(x, y, new Maker<Integer>() {
            @Override
            public Integer add(Integer a, Integer b) {
                return tape.add(a, b);
            }

            @Override
            public Integer mul(Integer a, Integer b) {
                return tape.mul(a, b);
            }

            @Override
            public Integer sin(Integer a) {
                return tape.sin(a);
            }
        });
        double[] grads = sweep.apply(tape, new double[tape.size()]);
        return numbers(tape.result(), grads[x], grads[y]);
    }

    private static Slip ruled(MistakeKind kind, String detail, Rule rule) {
        return Slip.of(kind, in -> swept(in, rule), detail);
    }

    /** A mistake in the sine, which is in the lecture's graph alone. */
    private static Slip sine(String detail, Function<Double, Double> local) {
        return Slip.of(
                MistakeKind.FORMULA,
                in -> {
                    double[] right = new OwnVar().right(in);
                    return Kind.of(in) == Kind.LECTURE ? with(right, 1, in[2] + local.apply(in[1])) : right;
                },
                detail);
    }

    @Override
    List<Slip> slips() {
        return List.of(
                ruled(MistakeKind.OVERWRITTEN, "a variable", (before, up, local, other, place) -> up * local),
                Slip.of(MistakeKind.ORDER, OwnVar::depthFirst, AS_MET),
                Slip.of(MistakeKind.ORDER, in -> swept(in, (Tape tape) -> tape.met(false)), AS_MET),
                Slip.of(MistakeKind.ORDER, in -> swept(in, (Tape tape) -> tape.met(true)), AS_MET),
                Slip.of(
                        MistakeKind.ORDER,
                        in -> swept(in, (tape, zeros) -> tape.sweep(Rule.RIGHT, 1, zeros, true)),
                        " (this is the order of the forward pass)"),
                ruled(
                        MistakeKind.FORMULA,
                        "0: nothing is passed on, unless the result's own gradient is 1 when the sweep begins",
                        (before, up, local, other, place) -> before),
                ruled(MistakeKind.LOCAL, "the upstream gradient", (before, up, local, other, place) -> before + up),
                ruled(MistakeKind.UPSTREAM, "of the node", (before, up, local, other, place) -> before + local),
                ruled(
                        MistakeKind.LOST,
                        "each second operand",
                        (before, up, local, other, place) -> place == 0 ? before + up * local : before),
                ruled(
                        MistakeKind.LOST,
                        "each first operand",
                        (before, up, local, other, place) -> place == 1 ? before + up * local : before),
                sine("what comes out with −cos x as the derivative of sin x: it is cos x", x -> -Math.cos(x)),
                sine("what comes out with sin x as its own derivative: it is cos x", Math::sin),
                sine("what comes out with 1 as the derivative of sin x: it is cos x", x -> 1.0),
                sine("what comes out with no edge from sin x to x: the sine has a child too", x -> 0.0),
                ruled(
                        MistakeKind.OTHER,
                        "the other operand",
                        (before, up, local, other, place) -> other == 0 ? before + up * local : before + up * other),
                ruled(MistakeKind.SIGN, "", (before, up, local, other, place) -> before - up * local));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "A Var keeps its value, its grad, and its children: each with the local gradient towards it. add has 1 and 1, mul has the other operand's value.",
                "A node may pass its grad on when all that uses it has passed on its own. Which order of the nodes does that, read backwards?",
                "Count for each node how many edges lead into it from above. A node is ready when all of them have been walked; begin with the result.",
                "Two loops with an ArrayDeque and an IdentityHashMap<Var, Integer>: the first counts the edges, the second takes ready nodes, does child.grad += grad * local, and counts down. No recursion: a chain may be deeper than the stack.");
    }
}
