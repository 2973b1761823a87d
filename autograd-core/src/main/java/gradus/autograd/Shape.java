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
        int size = 1;
        for (int n : axes) {
            size *= n;
        }
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

    /**
     * For each element of an array of shape {@code to} the index of the element of this shape that is stretched onto it;
     * null where the shapes are equal and the index is the element's own.
     */
    int @Nullable [] stretchedTo(Shape to) {
        if (equals(to)) {
            return null;
        }
        var index = new int[to.size()];
        if (size() == 1) {
            return index;
        }
        var step = new int[to.rank()];
        int stride = 1;
        for (int i = to.rank() - 1; i >= 0; i--) {
            int n = lengthAt(i, to.rank());
            step[i] = n == 1 ? 0 : stride;
            stride *= n;
        }
        var at = new int[to.rank()];
        int here = 0;
        for (int k = 0; k < index.length; k++) {
            index[k] = here;
            for (int i = to.rank() - 1; i >= 0; i--) {
                here += step[i];
                if (++at[i] < to.axes[i]) {
                    break;
                }
                here -= step[i] * at[i];
                at[i] = 0;
            }
        }
        return index;
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
