package gradus.autograd;

import java.util.ArrayList;
import java.util.Arrays;

/** Reads which part of a tensor is meant. */
final class Slices {

    private Slices() {}

    /** Part of one axis. */
    static Tensor of(Tensor x, int axis, int from, int to) {
        int a = x.axisNumber("slice", axis);
        var bounds = whole(x.shape());
        int n = x.shape().axis(a);
        bounds[3 * a] = clipped(from, n);
        bounds[3 * a + 1] = clipped(to, n);
        return LayoutOp.SLICE.tensor(bounds, x);
    }

    /** NumPy's notation. */
    static Tensor of(Tensor x, String text) {
        var parts = text.isBlank() ? new String[0] : text.split(",", -1);
        var shape = x.shape();
        if (parts.length > shape.rank()) {
            throw new IllegalArgumentException("slice: \"" + text + "\" has " + parts.length + " parts, and shape "
                    + shape + " has " + shape.rank() + " axes");
        }
        var bounds = whole(shape);
        var left = new ArrayList<Integer>();
        for (int i = 0; i < shape.rank(); i++) {
            boolean isIndex = i < parts.length && !parts[i].contains(":");
            if (isIndex) {
                int k = index("slice", shape, i, number(text, parts[i]));
                bounds[3 * i] = k;
                bounds[3 * i + 1] = k + 1;
            } else if (i < parts.length) {
                range(text, parts[i], shape.axis(i), bounds, 3 * i);
            }
            if (!isIndex) {
                left.add(Layout.sliceLength(bounds, i));
            }
        }
        var part = Arrays.equals(bounds, whole(shape)) ? x : LayoutOp.SLICE.tensor(bounds, x);
        return left.size() == shape.rank()
                ? part
                : part.reshape(left.stream().mapToInt(n -> n).toArray());
    }

    private static int[] whole(Shape shape) {
        var bounds = new int[3 * shape.rank()];
        for (int i = 0; i < shape.rank(); i++) {
            bounds[3 * i + 1] = shape.axis(i);
            bounds[3 * i + 2] = 1;
        }
        return bounds;
    }

    private static void range(String text, String part, int n, int[] bounds, int at) {
        var ends = part.split(":", -1);
        int step = ends.length > 2 && !ends[2].isBlank() ? number(text, ends[2]) : 1;
        if (ends.length > 3 || step == 0) {
            throw new IllegalArgumentException(
                    "slice: \"" + part.strip() + "\" is no from:to:step with a step other" + " than 0");
        }
        boolean back = step < 0;
        int lowest = back ? -1 : 0;
        int highest = back ? n - 1 : n;
        bounds[at] = ends[0].isBlank() ? (back ? highest : lowest) : clipped(number(text, ends[0]), n, lowest, highest);
        bounds[at + 1] =
                ends[1].isBlank() ? (back ? lowest : highest) : clipped(number(text, ends[1]), n, lowest, highest);
        bounds[at + 2] = step;
    }

    private static int clipped(int k, int n) {
        return clipped(k, n, 0, n);
    }

    private static int clipped(int k, int n, int lowest, int highest) {
        return Math.max(lowest, Math.min(highest, k < 0 ? k + n : k));
    }

    private static int number(String text, String part) {
        try {
            return Integer.parseInt(part.strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("slice: \"" + part.strip() + "\" in \"" + text
                    + "\" is not understood; for each axis write a number, or from:to, or from:to:step, such as"
                    + " \"1:3, :, -1\"");
        }
    }

    /** A number on an axis, from 0; negative ones count from the end. */
    static int index(String who, Shape shape, int axis, int k) {
        int n = shape.axis(axis);
        if (k < -n || k >= n) {
            throw new IndexOutOfBoundsException(
                    who + ": index " + k + " is outside axis " + axis + " of shape " + shape);
        }
        return k < 0 ? k + n : k;
    }

    /** One number for each axis. */
    static int[] indices(String who, Shape shape, int... index) {
        if (index.length != shape.rank()) {
            throw new IndexOutOfBoundsException(who + ": a tensor of shape " + shape + " needs " + shape.rank()
                    + " indices, and was given " + Arrays.toString(index));
        }
        var numbers = new int[index.length];
        Arrays.setAll(numbers, i -> index(who, shape, i, index[i]));
        return numbers;
    }
}
