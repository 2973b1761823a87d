package gradus.render;

import gradus.autograd.Excerpt;
import gradus.autograd.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One of the matrices of which an array of higher rank consists, as places in the array.
 *
 * @param index its place on the axes before the last two; {@link Excerpt#GAP} where places are left out, and then there
 *     are no rows
 * @param rows element numbers in the array, or {@link Excerpt#GAP}; a vector is one row
 */
record Matrix(List<Integer> index, List<List<Integer>> rows) {

    /** All matrices of an array with at least one axis and one element, in their order. */
    static List<Matrix> of(Shape shape, Excerpt excerpt) {
        var matrices = new ArrayList<Matrix>();
        collect(shape, excerpt, List.of(), 0, matrices);
        return matrices;
    }

    private static void collect(Shape shape, Excerpt excerpt, List<Integer> index, int number, List<Matrix> matrices) {
        int axis = index.size();
        if (axis >= shape.rank() - 2) {
            matrices.add(new Matrix(index, rows(shape, excerpt, number)));
            return;
        }
        for (int place : excerpt.places(axis)) {
            var deeper = new ArrayList<>(index);
            deeper.add(place);
            if (place == Excerpt.GAP) {
                matrices.add(new Matrix(deeper, List.of()));
            } else {
                collect(shape, excerpt, deeper, number * shape.axis(axis) + place, matrices);
            }
        }
    }

    private static List<List<Integer>> rows(Shape shape, Excerpt excerpt, int number) {
        int last = shape.rank() - 1;
        int m = last == 0 ? 1 : shape.axis(last - 1);
        int n = shape.axis(last);
        var rows = last == 0 ? new int[] {0} : excerpt.places(last - 1);
        return IntStream.of(rows)
                .mapToObj(i -> IntStream.of(excerpt.places(last))
                        .mapToObj(j -> i == Excerpt.GAP || j == Excerpt.GAP ? Excerpt.GAP : (number * m + i) * n + j)
                        .toList())
                .toList();
    }

    /** {@code 0, :, :} for the first matrix of an array of rank 3; empty for a matrix or a vector itself. */
    String title(int rank) {
        if (index.isEmpty()) {
            return "";
        }
        var first = index.stream().map(i -> i == Excerpt.GAP ? "…" : Integer.toString(i));
        return first.collect(Collectors.joining(", ")) + ", :".repeat(rank - index.size());
    }

    /** Whether a row stands for rows that are left out. */
    static boolean isLeftOut(List<Integer> row) {
        return row.stream().allMatch(k -> k == Excerpt.GAP);
    }

    /** Whether this stands for matrices that are left out. */
    boolean isGap() {
        return rows.isEmpty();
    }
}
