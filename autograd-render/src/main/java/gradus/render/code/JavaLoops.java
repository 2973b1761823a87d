package gradus.render.code;

import gradus.autograd.Lines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The loops of {@link Lines}, each with the name of its index. Loops over which every array advances as over one are made
 * one.
 */
final class JavaLoops {

    private final List<Integer> lengths;
    private final List<List<Integer>> steps;
    private final List<String> indices;

    /** @param line whether the last loop is a line, which stays a loop of its own */
    JavaLoops(Lines lines, boolean line, List<String> indices) {
        lengths = new ArrayList<>(lines.lengths());
        steps = new ArrayList<>();
        lines.steps().forEach(array -> steps.add(new ArrayList<>(array)));
        this.indices = indices;
        for (int l = lengths.size() - (line ? 3 : 2); l >= 0; l--) {
            int outer = l;
            int inner = lengths.get(l + 1);
            if (steps.stream().allMatch(array -> array.get(outer) == array.get(outer + 1) * inner)) {
                lengths.set(l, lengths.get(l) * inner);
                lengths.remove(l + 1);
                steps.forEach(array -> array.remove(outer));
            }
        }
    }

    int last() {
        return lengths.size() - 1;
    }

    int length(int loop) {
        return lengths.get(loop);
    }

    String index(int loop) {
        return indices.get(loop);
    }

    int step(int array, int loop) {
        return steps.get(array).get(loop);
    }

    /** Where an array is in the loops, such as {@code 3 * i + j}. */
    String place(int array) {
        return place(all(), loop -> step(array, loop));
    }

    /** Where an array is that has an element for each turn of all loops but the last. */
    String placeOutside() {
        var outer = outer();
        return place(
                outer,
                loop -> outer.stream()
                        .filter(inner -> inner > loop)
                        .map(lengths::get)
                        .reduce(1, (a, b) -> a * b));
    }

    private String place(List<Integer> loops, java.util.function.IntUnaryOperator step) {
        var text = loops.stream()
                .filter(loop -> step.applyAsInt(loop) != 0 && lengths.get(loop) != 1)
                .sorted(Comparator.comparing(loop -> -step.applyAsInt(loop)))
                .map(loop -> (step.applyAsInt(loop) == 1 ? "" : step.applyAsInt(loop) + " * ") + indices.get(loop))
                .collect(Collectors.joining(" + "));
        return text.isEmpty() ? "0" : text;
    }

    private List<Integer> all() {
        return IntStream.range(0, lengths.size()).boxed().toList();
    }

    /** All loops but the last. */
    List<Integer> outer() {
        return all().subList(0, last());
    }

    /** The loops in which an array advances, in the order of its elements. */
    List<Integer> over(int array) {
        return all().stream()
                .filter(loop -> lengths.get(loop) != 1 && step(array, loop) != 0)
                .sorted(Comparator.comparing(loop -> -step(array, loop)))
                .toList();
    }

    /** The loops in which it stands still, so that what comes to it adds up. */
    List<Integer> acrossFrom(int array) {
        return all().stream()
                .filter(loop -> lengths.get(loop) != 1 && step(array, loop) == 0)
                .toList();
    }
}
