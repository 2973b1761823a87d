package gradus.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * On which side of its kinks an evaluation lies: for every result, in the order in which they were computed, the side of
 * each element. Two evaluations between which a side changes are not to be compared by a difference.
 *
 * <p>What a student's own function does inside is not seen.
 */
final class Sides {

    /** All elements on side 0, as with most ops. */
    private static final int[] NO_KINK = {};

    private final List<Node> results = new ArrayList<>();
    private final List<int[]> sides = new ArrayList<>();

    /** The elements of the constants among the operands, as they are met. */
    private final List<double[]> constants = new ArrayList<>();

    private Sides() {}

    /** @param order a graph in topological order */
    static Sides of(Node[] order) {
        var all = new Sides();
        for (var node : order) {
            if (!node.isLeaf()) {
                all.results.add(node);
                var sides = sides(node);
                all.sides.add(Arrays.stream(sides).allMatch(s -> s == 0) ? NO_KINK : sides);
                node.operands().stream().filter(Node::isConstant).forEach(c -> all.constants.add(c.elements()));
            }
        }
        return all;
    }

    private static int[] sides(Node z) {
        var op = z.op();
        if (op instanceof UnaryOp unary) {
            return Arrays.stream(z.operand(0).elements()).mapToInt(unary::side).toArray();
        }
        var sides = new int[z.shape().size()];
        if (op instanceof BinaryOp binary) {
            var x = z.operand(0).elements();
            var y = z.operand(1).elements();
            Runs.over(z.operand(0).shape(), z.operand(1).shape(), z.shape(), (from, length, i, iStep, j, jStep) -> {
                for (int k = 0; k < length; k++) {
                    sides[from + k] = binary.side(x[i + k * iStep], y[j + k * jStep]);
                }
            });
        } else if (op instanceof ReduceOp reduce) {
            var x = z.operand(0).elements();
            var axis = Axis.of(z.operand(0).shape(), z.settings());
            axis.forEachLine((i, from) -> sides[i] = reduce.side(x, from, axis.end(from), axis.inner()));
        }
        return sides;
    }

    /** What lies between this evaluation, the inputs being where it was made, and another one. */
    List<Kink> kinksBefore(Sides other) {
        if (!sameProgram(other)) {
            return List.of(new Kink("if", "a branch of the program", -1, "that is taken on one side only"));
        }
        var kinks = new ArrayList<Kink>();
        for (int i = 0; i < results.size(); i++) {
            int element = firstDifference(sides.get(i), other.sides.get(i));
            if (element >= 0) {
                kinks.add(kink(results.get(i), element));
            }
        }
        if (changedConstants(other, true)) {
            kinks.add(new Kink("mask", "a comparison", -1, "whose answer changes"));
        }
        return kinks;
    }

    /** Whether a number that the graph holds for a constant is another one in the other evaluation, masks apart. */
    boolean hidesChange(Sides other) {
        return sameProgram(other) && changedConstants(other, false);
    }

    private boolean sameProgram(Sides other) {
        if (results.size() != other.results.size() || constants.size() != other.constants.size()) {
            return false;
        }
        for (int i = 0; i < results.size(); i++) {
            var a = results.get(i);
            var b = other.results.get(i);
            if (!id(a).equals(id(b)) || a.arity() != b.arity() || !a.shape().equals(b.shape())) {
                return false;
            }
        }
        return true;
    }

    private boolean changedConstants(Sides other, boolean masks) {
        for (int i = 0; i < constants.size(); i++) {
            var a = constants.get(i);
            var b = other.constants.get(i);
            if (!Arrays.equals(a, b) && masks == (isMask(a) && isMask(b))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMask(double[] elements) {
        return Arrays.stream(elements).allMatch(e -> e == 0 || e == 1);
    }

    private static int firstDifference(int[] a, int[] b) {
        for (int k = 0; k < Math.max(a.length, b.length); k++) {
            if ((a.length == 0 ? 0 : a[k]) != (b.length == 0 ? 0 : b[k])) {
                return k;
            }
        }
        return -1;
    }

    private static Kink kink(Node z, int element) {
        var op = z.op();
        var operands = z.operands().stream().map(Sides::label).toList();
        var formula = op == null ? "" : op.expression(operands, z.settings());
        boolean single = z.shape().rank() == 0;
        return new Kink(id(z), formula, single ? -1 : element, place(z, element));
    }

    private static String place(Node z, int element) {
        if (z.op() instanceof ReduceOp) {
            return "at " + Numbers.brief(z.elements()[element]);
        }
        return z.operands().stream()
                .map(x -> Numbers.brief(stretched(x, z.shape())[element]))
                .collect(Collectors.joining(" and ", "at ", ""));
    }

    private static double[] stretched(Node x, Shape to) {
        return LayoutOp.BROADCAST.of(to.axes(), x.detach()).elements();
    }

    private static String label(Node x) {
        var name = x.name();
        return name != null ? name : x.isConstant() && x instanceof Var v ? Numbers.brief(v.value()) : "…";
    }

    private static String id(Node z) {
        var op = z.op();
        return op == null ? "" : op.id();
    }
}
