package gradus.autograd;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which elements of an array are shown: all of an axis, or its first and last three. A long axis is cut in the same
 * places for every row, so that columns stay columns.
 */
public final class Excerpt {

    /** Stands for the places that are left out. */
    public static final int GAP = -1;

    private static final int AT_EDGE = 3;

    /** NumPy shortens from this number of elements on ({@code threshold}). */
    private static final int WHOLE = 1000;

    private final Shape shape;
    private final int[][] places;

    private Excerpt(Shape shape, int[][] places) {
        this.shape = shape;
        this.places = places;
    }

    /** NumPy's rule: all of up to 1000 elements; of more, the first and last three of each axis longer than six. */
    public static Excerpt ofText(Shape shape) {
        int longest = shape.size() > WHOLE ? 2 * AT_EDGE : Integer.MAX_VALUE;
        return of(shape, longest, longest);
    }

    /**
     * The rule for tables and formulas, which take more room than text.
     *
     * @param longest the longest row and column that is shown whole, at least 6; the axes before them, whose every place
     *     is a table of its own, are shown whole up to 6
     */
    public static Excerpt ofTable(Shape shape, int longest) {
        return of(shape, 2 * AT_EDGE, longest);
    }

    private static Excerpt of(Shape shape, int longestOfFirst, int longestOfLastTwo) {
        var places = new int[shape.rank()][];
        for (int axis = 0; axis < places.length; axis++) {
            places[axis] = places(shape.axis(axis), axis < places.length - 2 ? longestOfFirst : longestOfLastTwo);
        }
        return new Excerpt(shape, places);
    }

    private static int[] places(int n, int longest) {
        if (n <= longest) {
            return IntStream.range(0, n).toArray();
        }
        var shown = new int[2 * AT_EDGE + 1];
        Arrays.setAll(shown, i -> i < AT_EDGE ? i : n - shown.length + i);
        shown[AT_EDGE] = GAP;
        return shown;
    }

    /** The places of an axis, in their order, with one {@link #GAP} for those left out. */
    public int[] places(int axis) {
        return places[axis].clone();
    }

    /** The elements that are shown, in row-major order. */
    public double[] of(Value value) {
        var elements = new int[] {0};
        for (int axis = 0; axis < places.length; axis++) {
            int n = shape.axis(axis);
            var own = places[axis];
            elements = IntStream.of(elements)
                    .flatMap(k -> IntStream.of(own).filter(i -> i != GAP).map(i -> k * n + i))
                    .toArray();
        }
        return IntStream.of(elements).mapToDouble(value::element).toArray();
    }
}
