package gradus.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the lines lie over which the {@link Code} of an op runs: nested loops, the innermost along a line, and how far
 * each array advances in each loop. A step of 0 along a line means one number for the whole of it.
 *
 * @param lengths how often each loop runs, the innermost last
 * @param steps of the result first, then of each operand: how far it advances in each loop
 */
public record Lines(List<Integer> lengths, List<List<Integer>> steps) {

    public Lines {
        lengths = List.copyOf(lengths);
        steps = List.copyOf(steps);
    }

    /** Without the loops that run once. The line stays, whatever its length. */
    private static Lines of(int[] lengths, int[]... steps) {
        var left = IntStream.range(0, lengths.length)
                .filter(i -> i == lengths.length - 1 || lengths[i] != 1)
                .toArray();
        var kept = new ArrayList<List<Integer>>();
        for (var array : steps) {
            kept.add(IntStream.of(left).mapToObj(i -> array[i]).toList());
        }
        return new Lines(IntStream.of(left).mapToObj(i -> lengths[i]).toList(), kept);
    }

    /** One element after the other; operands are stretched where they need to be. */
    static Lines elementwise(Shape result, List<Shape> operands) {
        var all = new ArrayList<Shape>(List.of(result));
        all.addAll(operands);
        if (operands.stream().allMatch(x -> x.size() == 1 || x.equals(result))) {
            return of(
                    new int[] {result.size()},
                    all.stream()
                            .map(x -> new int[] {x.size() == result.size() ? 1 : 0})
                            .toArray(int[][]::new));
        }
        return of(result.axes(), all.stream().map(x -> x.stepsIn(result)).toArray(int[][]::new));
    }

    /** All operands, which are numbers, are one line, and the result is one number. */
    static Lines ofOperands(int count) {
        return of(new int[] {count}, new int[] {0}, new int[] {1});
    }

    /** Along an axis, which gives one number, or as many as there were. */
    static Lines along(Axis axis, boolean reduced) {
        int[] whole = {axis.n() * axis.inner(), 1, axis.inner()};
        return of(
                new int[] {axis.outer(), axis.inner(), axis.n()},
                reduced ? new int[] {axis.inner(), 1, 0} : whole,
                whole);
    }

    /** Rows by columns. */
    static Lines of(Product p) {
        return of(
                new int[] {p.batch().size(), p.m(), p.n(), p.k()},
                new int[] {p.m() * p.n(), p.n(), 1, 0},
                p.x().transposed()
                        ? new int[] {p.x().batched() ? p.m() * p.k() : 0, 1, 0, p.m()}
                        : new int[] {p.x().batched() ? p.m() * p.k() : 0, p.k(), 0, 1},
                p.y().transposed()
                        ? new int[] {p.y().batched() ? p.k() * p.n() : 0, 0, p.k(), 1}
                        : new int[] {p.y().batched() ? p.k() * p.n() : 0, 0, 1, p.n()});
    }
}
