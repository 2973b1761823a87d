package gradus.autograd;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ops that put elements elsewhere and compute nothing; their gradients go back the same way. Each constant holds the
 * whole of its op; see {@link Op}.
 */
public enum LayoutOp implements ArrayOp {
    /** The same elements in another shape; x̄ is z̄ in the shape of x. Settings: the shape. */
    RESHAPE("reshape", "reshape({x})", "{z̄} in the shape of {x}") {
        @Override
        public Shape shape(Call call) {
            var shape = new Shape(call.settings());
            if (shape.size() != call.shape(0).size()) {
                throw new IllegalArgumentException("reshape: " + call.written() + ", which has "
                        + call.shape(0).size() + " elements, and " + shape + " has " + shape.size());
            }
            return shape;
        }

        @Override
        public double[] value(Call call) {
            return call.elements(0).clone();
        }

        @Override
        public Node vjp(int i, Node z, Tensor upstream) {
            var x = z.operand(0);
            return x instanceof Var ? upstream.get(new int[upstream.shape().rank()]) : upstream.reshape(x.shape());
        }

        @Override
        public String expression(List<String> operands, int[] settings) {
            return "reshape(" + operands.get(0) + ", " + new Shape(settings) + ")";
        }

        @Override
        public List<Sample> samples() {
            return List.of(new Sample(new int[] {3, 2}, new Shape(2, 3)), new Sample(new int[] {1}, Shape.SCALAR));
        }
    },

    /** Stretched to a larger shape; x̄ is z̄, added up over the stretched axes. Settings: the shape. */
    BROADCAST("stretch", "stretch({x})", "sum of {z̄} over the stretched axes") {
        @Override
        public Shape shape(Call call) {
            return new Shape(call.settings());
        }

        @Override
        public double[] value(Call call) {
            var shape = shape(call);
            var x = call.elements(0);
            var z = new double[shape.size()];
            Runs.over(call.shape(0), shape, shape, (from, length, p, pStep, q, qStep) -> {
                if (pStep == 0) {
                    Arrays.fill(z, from, from + length, x[p]);
                } else {
                    System.arraycopy(x, p, z, from, length);
                }
            });
            return z;
        }

        @Override
        public Node vjp(int i, Node z, Tensor upstream) {
            return SUM_TO.of(z.operand(0).shape().axes(), upstream);
        }

        @Override
        public List<Sample> samples() {
            return List.of(
                    new Sample(new int[] {2, 3}, new Shape(3)), new Sample(new int[] {2, 3, 2}, new Shape(3, 1)));
        }
    },

    /** Added up over the axes along which the given shape would be stretched; x̄ is z̄, stretched. Settings: the shape. */
    SUM_TO("Σ", "sum({x})", "{z̄} stretched") {
        @Override
        public Shape shape(Call call) {
            return new Shape(call.settings());
        }

        @Override
        public double[] value(Call call) {
            var shape = shape(call);
            var x = call.elements(0);
            var z = new double[shape.size()];
            Runs.over(shape, call.shape(0), call.shape(0), (from, length, p, pStep, q, qStep) -> {
                for (int k = 0; k < length; k++) {
                    z[p + k * pStep] += x[from + k];
                }
            });
            return z;
        }

        @Override
        public Node vjp(int i, Node z, Tensor upstream) {
            return BROADCAST.of(z.operand(0).shape().axes(), upstream);
        }

        @Override
        public List<Sample> samples() {
            return List.of(
                    new Sample(new int[] {3}, new Shape(2, 3)), new Sample(new int[] {3, 1}, new Shape(2, 3, 2)));
        }
    },

    /** A part of each axis; x̄ is 0 with z̄ in that part. Settings: from, to (exclusive) and step of each axis. */
    SLICE("[:]", "{x}[:]", "{z̄} in its place, 0 elsewhere") {
        @Override
        public Shape shape(Call call) {
            return new Shape(IntStream.range(0, call.shape(0).rank())
                    .map(i -> Layout.sliceLength(call.settings(), i))
                    .toArray());
        }

        @Override
        public double[] value(Call call) {
            return Layout.slice(call.elements(0), call.shape(0), call.settings(), shape(call));
        }

        @Override
        public Node vjp(int i, Node z, Tensor upstream) {
            return EMBED.of(concat(z.operand(0).shape().axes(), z.settings()), upstream);
        }

        @Override
        public String expression(List<String> operands, int[] settings) {
            return IntStream.range(0, settings.length / 3)
                    .mapToObj(i -> settings[3 * i] + ":" + settings[3 * i + 1]
                            + (settings[3 * i + 2] == 1 ? "" : ":" + settings[3 * i + 2]))
                    .collect(Collectors.joining(", ", operands.get(0) + "[", "]"));
        }

        @Override
        public List<Sample> samples() {
            return List.of(
                    new Sample(new int[] {1, 3, 1, 0, 4, 2}, new Shape(3, 4)),
                    new Sample(new int[] {4, -1, -2}, new Shape(5)));
        }
    },

    /** Zeros with x in the place of a slice; x̄ is that slice of z̄. Settings: the shape, then the slice's. */
    EMBED("embed", "embed({x})", "the slice of {z̄}") {
        @Override
        public Shape shape(Call call) {
            return new Shape(Arrays.copyOf(call.settings(), call.settings().length / 4));
        }

        @Override
        public double[] value(Call call) {
            return Layout.embedded(call.elements(0), shape(call), bounds(call.settings()), call.shape(0));
        }

        @Override
        public Node vjp(int i, Node z, Tensor upstream) {
            var slice = SLICE.tensor(bounds(z.settings()), upstream);
            var x = z.operand(0);
            return x instanceof Var ? slice.get(new int[slice.shape().rank()]) : slice;
        }

        private int[] bounds(int[] settings) {
            return Arrays.copyOfRange(settings, settings.length / 4, settings.length);
        }

        @Override
        public List<Sample> samples() {
            return List.of(new Sample(new int[] {3, 4, 1, 3, 1, 0, 4, 2}, new Shape(2, 2)));
        }
    },

    /** One element, as a {@link Var}; x̄ is 0 with z̄ in its place. Settings: its index on each axis. */
    ELEMENT("[i]", "{x}[i]", "{z̄} in its place, 0 elsewhere") {
        @Override
        public boolean isScalar(int[] settings) {
            return true;
        }

        @Override
        public Shape shape(Call call) {
            return Shape.SCALAR;
        }

        @Override
        public double[] value(Call call) {
            int k = 0;
            for (int i = 0; i < call.settings().length; i++) {
                k = k * call.shape(0).axis(i) + call.settings()[i];
            }
            return new double[] {call.elements(0)[k]};
        }

        @Override
        public Node vjp(int i, Node z, Tensor upstream) {
            var x = z.operand(0).shape();
            var bounds = Arrays.stream(z.settings())
                    .flatMap(k -> IntStream.of(k, k + 1, 1))
                    .toArray();
            var one = new int[x.rank()];
            Arrays.fill(one, 1);
            return EMBED.of(concat(x.axes(), bounds), upstream.reshape(one));
        }

        @Override
        public String expression(List<String> operands, int[] settings) {
            return operands.get(0) + Arrays.toString(settings);
        }

        @Override
        public List<Sample> samples() {
            return List.of(new Sample(new int[] {1, 2}, new Shape(2, 3)), Sample.of(Shape.SCALAR));
        }
    },

    /** Some elements of an axis, by number, in any order, also repeatedly; x̄ gathers z̄. Settings: axis, numbers. */
    SELECT("select", "select({x})", "rows of {z̄}, added up where they came from") {
        @Override
        public Shape shape(Call call) {
            return call.shape(0).with(call.settings()[0], call.settings().length - 1);
        }

        @Override
        public double[] value(Call call) {
            var z = new double[shape(call).size()];
            var x = call.elements(0);
            pairs(
                    Axis.of(call.shape(0), call.settings()),
                    call.settings(),
                    (p, q, n) -> System.arraycopy(x, p, z, q, n));
            return z;
        }

        @Override
        public Node vjp(int i, Node z, Tensor upstream) {
            int n = z.operand(0).shape().axis(z.settings()[0]);
            return SCATTER.of(concat(new int[] {n}, z.settings()), upstream);
        }

        @Override
        public String expression(List<String> operands, int[] settings) {
            var numbers = Arrays.toString(Arrays.copyOfRange(settings, 1, Math.min(settings.length, 7)));
            return operands.get(0)
                    + (settings.length > 7 ? numbers.replace("]", ", …]") : numbers)
                    + (settings[0] == 0 ? "" : " on axis " + settings[0]);
        }

        @Override
        public List<Sample> samples() {
            return List.of(
                    new Sample(new int[] {0, 2, 0, 2}, new Shape(3, 2)),
                    new Sample(new int[] {1, 1}, new Shape(2, 3, 2)));
        }
    },

    /** Zeros to which the elements of x on an axis are added by number; x̄ selects. Settings: length, axis, numbers. */
    SCATTER("scatter", "scatter({x})", "selected rows of {z̄}") {
        @Override
        public Shape shape(Call call) {
            return call.shape(0).with(call.settings()[1], call.settings()[0]);
        }

        @Override
        public double[] value(Call call) {
            var shape = shape(call);
            var z = new double[shape.size()];
            var x = call.elements(0);
            var selection = selection(call.settings());
            pairs(Axis.of(shape, selection), selection, (p, q, n) -> {
                for (int k = 0; k < n; k++) {
                    z[p + k] += x[q + k];
                }
            });
            return z;
        }

        @Override
        public Node vjp(int i, Node z, Tensor upstream) {
            return SELECT.of(selection(z.settings()), upstream);
        }

        private int[] selection(int[] settings) {
            return Arrays.copyOfRange(settings, 1, settings.length);
        }

        @Override
        public List<Sample> samples() {
            return List.of(new Sample(new int[] {4, 0, 2, 0, 2}, new Shape(3, 2)));
        }
    },

    /** Tensors one after the other along an axis; each gets its part of z̄. Settings: the axis. */
    CONCAT("concat", "", "") {
        @Override
        public Shape shape(Call call) {
            int axis = call.settings()[0];
            int length = 0;
            for (int i = 0; i < call.operands().size(); i++) {
                var x = call.shape(i);
                if (x.rank() != call.shape(0).rank()
                        || !x.without(axis).equals(call.shape(0).without(axis))) {
                    throw new IllegalArgumentException(
                            "concat: " + call.written() + "; all axes but axis " + axis + " must be equal");
                }
                length += x.axis(axis);
            }
            return call.shape(0).with(axis, length);
        }

        @Override
        public double[] value(Call call) {
            var shape = shape(call);
            var whole = Axis.of(shape, call.settings());
            var z = new double[shape.size()];
            int start = 0;
            for (int i = 0; i < call.operands().size(); i++) {
                int run = call.shape(i).axis(call.settings()[0]) * whole.inner();
                for (int o = 0; o < whole.outer(); o++) {
                    System.arraycopy(call.elements(i), o * run, z, o * whole.n() * whole.inner() + start, run);
                }
                start += run;
            }
            return z;
        }

        @Override
        public Node vjp(int i, Node z, Tensor upstream) {
            int axis = z.settings()[0];
            int from = 0;
            for (int before = 0; before < i; before++) {
                from += z.operand(before).shape().axis(axis);
            }
            return upstream.slice(axis, from, from + z.operand(i).shape().axis(axis));
        }

        @Override
        public String expression(List<String> operands) {
            return "concat(" + String.join(", ", operands) + ")";
        }

        @Override
        public String gradient(int i, List<String> operands, String result) {
            return "part " + i + " of {z̄}";
        }

        @Override
        public List<Sample> samples() {
            return List.of(
                    new Sample(new int[] {0}, new Shape(1, 2), new Shape(3, 2)),
                    new Sample(new int[] {1}, new Shape(2, 1, 2), new Shape(2, 3, 2)));
        }
    },

    /** Equal shapes along a new axis, so that scalars make a vector; each gets its part of z̄. Settings: the axis. */
    STACK("[ ]", "", "") {
        @Override
        public Shape shape(Call call) {
            for (int i = 0; i < call.operands().size(); i++) {
                if (!call.shape(i).equals(call.shape(0))) {
                    throw new IllegalArgumentException("stack: " + call.written() + "; all shapes must be equal");
                }
            }
            var x = call.operands().isEmpty() ? Shape.SCALAR : call.shape(0);
            return x.inserted(call.settings()[0], call.operands().size());
        }

        @Override
        public double[] value(Call call) {
            var shape = shape(call);
            var z = new double[shape.size()];
            var whole = Axis.of(shape, call.settings());
            for (int i = 0; i < call.operands().size(); i++) {
                var x = call.elements(i);
                for (int o = 0; o < whole.outer(); o++) {
                    System.arraycopy(x, o * whole.inner(), z, (o * whole.n() + i) * whole.inner(), whole.inner());
                }
            }
            return z;
        }

        @Override
        public Node vjp(int i, Node z, Tensor upstream) {
            var x = z.operand(i);
            if (x instanceof Var) {
                return upstream.get(i);
            }
            int axis = z.settings()[0];
            return upstream.slice(axis, i, i + 1).reshape(x.shape());
        }

        @Override
        public String expression(List<String> operands) {
            return "[" + String.join(", ", operands) + "]";
        }

        @Override
        public String gradient(int i, List<String> operands, String result) {
            return "element " + i + " of {z̄}";
        }

        @Override
        public List<Sample> samples() {
            return List.of(
                    new Sample(new int[] {0}, Shape.SCALAR, Shape.SCALAR, Shape.SCALAR),
                    new Sample(new int[] {1}, new Shape(2, 3), new Shape(2, 3)));
        }
    };

    private final Rule rule;

    LayoutOp(String symbol, String formula, String gradient) {
        boolean variadic = formula.isEmpty();
        this.rule = new Rule(
                symbol, variadic ? VARIADIC : 1, formula, variadic ? List.of() : List.of(gradient), "all elements", "");
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public @Nullable Code code() {
        return null;
    }

    private interface Pair {
        void at(int ofWhole, int ofSelection, int length);
    }

    /** For each selected element of the axis its run in the whole and in the selection. */
    private static void pairs(Axis whole, int[] settings, Pair pair) {
        int chosen = settings.length - 1;
        for (int o = 0; o < whole.outer(); o++) {
            for (int j = 0; j < chosen; j++) {
                pair.at(
                        (o * whole.n() + settings[j + 1]) * whole.inner(),
                        (o * chosen + j) * whole.inner(),
                        whole.inner());
            }
        }
    }

    private static int[] concat(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }
}
