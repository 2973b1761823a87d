package gradus.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where NaN or ∞ first appeared: the oldest node whose value is not finite although its operands are, or, where all
 * values are finite, the first edge of the sweep on which a gradient is not.
 *
 * <pre>{@code
 * var x = new Var(-2, "x");
 * var loss = x.mul(3).log().add(1).exp();
 * FirstNonFinite.of(loss)   // ⇒ NaN first appears in log(mul(x, 3)): the operand is −6
 * }</pre>
 *
 * @param node what was computed there, or the input that was not finite from the start
 * @param explanation the op, its operands' names, and their values
 */
public record FirstNonFinite(Node node, String explanation) {

    /** The place in the graph behind this node; null if all values, and all gradients of this node, are finite. */
    public static @Nullable FirstNonFinite of(Node root) {
        var inValues = inValues(Sweep.order(root));
        return inValues != null || !root.requiresGrad() ? inValues : inSweep(root);
    }

    /** The first among nodes in topological order whose value is not finite; null if all are. */
    static @Nullable FirstNonFinite inValues(Node... order) {
        for (var node : order) {
            int k = firstIn(node.elements());
            if (k >= 0
                    && IntStream.range(0, node.arity())
                            .allMatch(i -> firstIn(node.operand(i).elements()) < 0)) {
                return new FirstNonFinite(node, value(node, k));
            }
        }
        return null;
    }

    /** The number of the first element that is NaN or ±∞; −1 if there is none. */
    static int firstIn(double[] elements) {
        for (int k = 0; k < elements.length; k++) {
            if (!Double.isFinite(elements[k])) {
                return k;
            }
        }
        return -1;
    }

    private static String value(Node node, int k) {
        var number = Numbers.brief(node.elements()[k]);
        var made = node.gradFn();
        if (made == null) {
            return node.describe() + ", " + (node.isConstant() ? "a constant" : "an input") + ", is " + number
                    + element(node.shape(), k);
        }
        return number + " first appears in " + made + element(node.shape(), k) + ": " + operands(node, k);
    }

    static @Nullable FirstNonFinite inSweep(Node root) {
        var found = new ArrayList<FirstNonFinite>();
        var ones = new double[root.shape().size()];
        Arrays.fill(ones, 1);
        Sweep.observe(root, ones, new SweepListener() {
            @Override
            public void seed(Node seeded, double[] upstream) {}

            @Override
            public void contribution(
                    Node node,
                    int i,
                    double[] upstream,
                    double @Nullable [] local,
                    double[] contribution,
                    double[] before,
                    double[] after) {
                int k = firstIn(after);
                if (found.isEmpty() && k >= 0) {
                    found.add(new FirstNonFinite(node, gradient(node, i, k, after[k])));
                }
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static String gradient(Node node, int i, int k, double number) {
        var operand = node.operand(i);
        var shape = operand.shape();
        return "all values are finite, and the gradient that " + node.gradFn() + " passes on to "
                + (operand.name() == null ? "operand " + (i + 1) : operand.name()) + " is "
                + Numbers.brief(number) + element(shape, k) + ", where the operand is "
                + Numbers.brief(operand.elements()[k]);
    }

    /** {@code  at element [0, 2]}; nothing for a scalar. */
    static String element(Shape shape, int k) {
        return shape.rank() == 0 ? "" : " at element " + Arrays.toString(index(shape, k));
    }

    private static int[] index(Shape shape, int k) {
        return IntStream.range(0, shape.rank())
                .map(i -> k / shape.stride(i) % shape.axis(i))
                .toArray();
    }

    private static String operands(Node node, int k) {
        var all = new ArrayList<String>();
        for (int i = 0; i < node.arity(); i++) {
            var operand = node.operand(i);
            var name =
                    operand.name() != null ? operand.name() : node.arity() == 1 ? "the operand" : "operand " + (i + 1);
            all.add(name + (isElementwise(node) ? " is " + at(operand, node.shape(), k) : range(operand)));
        }
        // z = x·x: once is enough.
        return String.join(", ", all.stream().distinct().toList());
    }

    private static boolean isElementwise(Node node) {
        var op = node.op();
        return op != null && op.isElementwise() && !(op instanceof NaryOp);
    }

    /** The element of the operand that went into element k of the result. */
    private static String at(Node operand, Shape result, int k) {
        var index = index(result, k);
        var steps = operand.shape().stepsIn(result);
        int place =
                IntStream.range(0, index.length).map(i -> index[i] * steps[i]).sum();
        return Numbers.brief(operand.elements()[place]);
    }

    private static String range(Node operand) {
        var elements = operand.elements();
        if (operand.shape().rank() == 0) {
            return " is " + Numbers.brief(elements[0]);
        }
        var summary = Arrays.stream(elements).summaryStatistics();
        return " has the shape " + operand.shape()
                + (elements.length == 0
                        ? ""
                        : " and elements from " + Numbers.brief(summary.getMin()) + " to "
                                + Numbers.brief(summary.getMax()));
    }

    @Override
    public String toString() {
        return explanation;
    }
}
