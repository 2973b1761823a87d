package gradus.render.code;

import gradus.autograd.ArrayOp;
import gradus.autograd.NoGrad;
import gradus.autograd.Node;
import gradus.autograd.Shape;
import gradus.autograd.Tensor;
import gradus.autograd.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an op does that only puts elements elsewhere and adds them up, found by trying it. The elements of all operands
 * are numbered together, one operand after the other.
 *
 * @param added whether several elements may come to one place: then {@code to} tells for each element of the operands
 *     its place in the result; else for each element of the result where it comes from. −1 is nowhere
 */
public record Moves(boolean added, List<Integer> to) {

    /** As many powers of two add up without loss, and can be told apart in the sum. */
    private static final int BITS = 50;

    public Moves {
        to = List.copyOf(to);
    }

    /**
     * Tries an op.
     *
     * @throws IllegalArgumentException if it does anything else
     */
    public static Moves of(ArrayOp op, List<Shape> operands, int... settings) {
        int n = operands.stream().mapToInt(Shape::size).sum();
        var counted = new double[n];
        Arrays.setAll(counted, k -> k + 1);
        var origin = tried(op, operands, counted, settings);
        var moved = new Moves(
                false, Arrays.stream(origin).mapToObj(z -> (int) z - 1).toList());
        return moved.isRight(op, operands, n, settings) ? moved : added(op, operands, n, settings);
    }

    private static Moves added(ArrayOp op, List<Shape> operands, int n, int... settings) {
        var to = new ArrayList<>(java.util.Collections.nCopies(n, -1));
        for (int first = 0; first < n; first += BITS) {
            var powers = new double[n];
            for (int k = first; k < Math.min(n, first + BITS); k++) {
                powers[k] = 1L << (k - first);
            }
            var sums = tried(op, operands, powers, settings);
            for (int r = 0; r < sums.length; r++) {
                for (long left = (long) sums[r]; left != 0; left &= left - 1) {
                    to.set(first + Long.numberOfTrailingZeros(left), r);
                }
            }
        }
        var moves = new Moves(true, to);
        if (!moves.isRight(op, operands, n, settings)) {
            throw new IllegalArgumentException(op.id() + " needs code: it does more than to move and add elements");
        }
        return moves;
    }

    private boolean isRight(ArrayOp op, List<Shape> operands, int n, int... settings) {
        var x = new double[n];
        Arrays.setAll(x, k -> (k * 37L + 11) % 1009 - 500);
        var z = tried(op, operands, x, settings);
        var own = new double[z.length];
        for (int k = 0; k < to.size(); k++) {
            int place = to.get(k);
            if (place >= (added ? z.length : n)) {
                return false;
            }
            if (place >= 0) {
                own[added ? place : k] += x[added ? k : place];
            }
        }
        return Arrays.equals(z, own);
    }

    private static double[] tried(ArrayOp op, List<Shape> operands, double[] elements, int... settings) {
        var nodes = new Node[operands.size()];
        int from = 0;
        for (int i = 0; i < nodes.length; i++) {
            int size = operands.get(i).size();
            nodes[i] = leaf(operands.get(i), Arrays.copyOfRange(elements, from, from + size));
            from += size;
        }
        var z = NoGrad.run(() -> op.of(settings, nodes));
        return z instanceof Tensor tensor ? tensor.toArray() : new double[] {((Var) z).value()};
    }

    private static Node leaf(Shape shape, double... elements) {
        if (shape.rank() == 0) {
            return new Var(elements[0]);
        }
        var tensor = Tensor.zeros(shape.axes());
        tensor.set(elements);
        return tensor;
    }
}
