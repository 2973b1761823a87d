package gradus.autograd;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The lengths of an array's axes, outermost first; a scalar has none. Elements are stored row-major.
 */
public final class Shape {

    /** The shape of a scalar. */
    public static final Shape SCALAR = new Shape();

    private final int[] axes;
    private final int size;

    /**
     * A shape of these lengths, each at least 0.
     *
     * @throws IllegalArgumentException if a length is negative, or there are more elements than an array can hold
     */
    public Shape(int... axes) {
        this.axes = axes.clone();
        long size = 1;
        for (int n : axes) {
            if (n < 0) {
                throw new IllegalArgumentException("a shape needs lengths of 0 or more, and was given " + write(axes));
            }
            size *= n;
            if (size > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(
                        "a tensor of shape " + write(axes) + " has more elements than a Java array can hold (2³¹ − 9)");
            }
        }
        this.size = (int) size;
    }

    /** The lengths; a copy. */
    public int[] axes() {
        return axes.clone();
    }

    /** The number of axes: 0 for a scalar, 1 for a vector, 2 for a matrix. */
    public int rank() {
        return axes.length;
    }

    /** The length of axis i. */
    public int axis(int i) {
        return axes[i];
    }

    /** The number of elements, 1 for a scalar. */
    public int size() {
        return size;
    }

    /**
     * The shape of an elementwise result, by NumPy's rule: axes are aligned at the end, and a length of 1 stretches.
     * Unlike NumPy, operands of different rank must not both be stretched: predictions of shape 4×1 against targets of
     * shape 4 would silently make 4×4 (row 5.5).
     *
     * @return null if the shapes do not go together
     */
    @Nullable
    Shape broadcast(Shape other) {
        int rank = Math.max(rank(), other.rank());
        var out = new int[rank];
        for (int i = 0; i < rank; i++) {
            int a = lengthAt(i, rank);
            int b = other.lengthAt(i, rank);
            if (a != b && a != 1 && b != 1) {
                return null;
            }
            out[i] = a == 1 ? b : a;
        }
        var shape = new Shape(out);
        boolean bothStretched = shape.size() != size() && shape.size() != other.size();
        return bothStretched && rank() != other.rank() ? null : shape;
    }

    /** For each axis of {@code to} how far apart its elements lie in an array of this shape; 0 where it is stretched. */
    int[] stepsIn(Shape to) {
        var steps = new int[to.rank()];
        int stride = 1;
        for (int i = to.rank() - 1; i >= 0; i--) {
            int n = lengthAt(i, to.rank());
            steps[i] = n == 1 ? 0 : stride;
            stride *= n;
        }
        return steps;
    }

    /**
     * The number of an axis from 0, where −1 is the last.
     *
     * @param who who asks, for the message
     * @throws IllegalArgumentException if there is no such axis
     */
    int axisNumber(String who, int axis) {
        if (axis < -rank() || axis >= rank()) {
            throw new IllegalArgumentException(who + ": there is no axis " + axis + " in shape " + this
                    + (rank() == 0 ? "" : "; axes are 0 to " + (rank() - 1) + ", or −1 for the last"));
        }
        return axis < 0 ? axis + rank() : axis;
    }

    /** The number of elements before two neighbours on this axis: 1 for the last axis. */
    int stride(int axis) {
        int stride = 1;
        for (int i = axis + 1; i < rank(); i++) {
            stride *= axes[i];
        }
        return stride;
    }

    /** This shape with another length of one axis. */
    Shape with(int axis, int length) {
        var changed = axes.clone();
        changed[axis] = length;
        return new Shape(changed);
    }

    /** This shape without one axis. */
    Shape without(int axis) {
        return new Shape(IntStream.range(0, rank())
                .filter(i -> i != axis)
                .map(i -> axes[i])
                .toArray());
    }

    /** This shape with an axis more. */
    Shape inserted(int axis, int length) {
        return new Shape(IntStream.rangeClosed(0, rank())
                .map(i -> i < axis ? axes[i] : i == axis ? length : axes[i - 1])
                .toArray());
    }

    private int lengthAt(int i, int rank) {
        int own = i - (rank - axes.length);
        return own < 0 ? 1 : axes[own];
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Shape other && Arrays.equals(axes, other.axes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(axes);
    }

    /** As the lectures write it: {@code 2×3}, {@code 4} for a vector, {@code scalar}. */
    @Override
    public String toString() {
        return write(axes);
    }

    private static String write(int[] axes) {
        return axes.length == 0
                ? "scalar"
                : IntStream.of(axes).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }
}
