package gradus.render.code;

import gradus.autograd.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Numbers of elements, one for each element of an array, as a formula of its indices, such as {@code 3 * j + i}; where
 * they follow none, a table is in it.
 *
 * @param lengths of the loops
 * @param indices of the loops
 * @param text the formula
 */
record JavaPlaces(List<Integer> lengths, List<String> indices, String text) {

    JavaPlaces {
        lengths = List.copyOf(lengths);
        indices = List.copyOf(indices);
    }

    /** @param before gets the line of the table, if there is one */
    static JavaPlaces of(
            List<Integer> to, Shape shape, List<String> indices, Identifiers identifiers, List<String> before) {
        var axes = Arrays.stream(shape.axes()).filter(n -> n != 1).boxed().toList();
        if (axes.isEmpty() || to.isEmpty()) {
            return new JavaPlaces(
                    List.of(to.size()),
                    indices.subList(0, 1),
                    to.isEmpty() ? "0" : to.get(0).toString());
        }
        for (int leading = 0; ; leading++) {
            var lengths = axes.subList(leading, axes.size());
            int size = product(lengths);
            var steps = steps(to, lengths);
            boolean follows = IntStream.range(0, to.size())
                    .allMatch(k -> to.get(k) == to.get(k - k % size) + place(k % size, lengths, steps));
            if (follows) {
                return leading == 0
                        ? of(lengths, steps, to.get(0), indices)
                        : of(table(to, size, identifiers, before), to.size() / size, lengths, steps, indices);
            }
        }
    }

    private static int product(List<Integer> numbers) {
        return numbers.stream().reduce(1, (a, b) -> a * b);
    }

    private static List<Integer> steps(List<Integer> to, List<Integer> lengths) {
        return IntStream.range(0, lengths.size())
                .map(axis -> to.get(product(lengths.subList(axis + 1, lengths.size()))) - to.get(0))
                .boxed()
                .toList();
    }

    private static int place(int element, List<Integer> lengths, List<Integer> steps) {
        int place = 0;
        int left = element;
        for (int axis = lengths.size() - 1; axis >= 0; axis--) {
            place += left % lengths.get(axis) * steps.get(axis);
            left /= lengths.get(axis);
        }
        return place;
    }

    private static String table(List<Integer> to, int size, Identifiers identifiers, List<String> before) {
        var name = identifiers.of("at");
        var numbers = IntStream.iterate(0, k -> k < to.size(), k -> k + size)
                .mapToObj(k -> to.get(k).toString())
                .collect(Collectors.joining(", "));
        before.add("int[] " + name + " = {" + numbers + "};");
        return name;
    }

    private static JavaPlaces of(
            String table, int rows, List<Integer> lengths, List<Integer> steps, List<String> indices) {
        var inner = of(lengths, steps, 0, indices.subList(1, indices.size()));
        var all = new ArrayList<>(List.of(rows));
        all.addAll(inner.lengths);
        var names = new ArrayList<>(List.of(indices.get(0)));
        names.addAll(inner.indices);
        var row = table + "[" + indices.get(0) + "]";
        return new JavaPlaces(all, names, inner.lengths.isEmpty() ? row : row + " + " + inner.text);
    }

    private static JavaPlaces of(List<Integer> axes, List<Integer> byAxis, int from, List<String> indices) {
        var lengths = new ArrayList<>(axes);
        var steps = new ArrayList<>(byAxis);
        for (int axis = lengths.size() - 2; axis >= 0; axis--) {
            if (steps.get(axis) == steps.get(axis + 1) * lengths.get(axis + 1)) {
                lengths.set(axis, lengths.get(axis) * lengths.remove(axis + 1));
                steps.remove(axis);
            }
        }
        var names = indices.subList(0, lengths.size());
        var text = new StringBuilder();
        for (int sign : new int[] {1, -1}) {
            for (int axis = 0; axis < steps.size(); axis++) {
                int step = sign * steps.get(axis);
                if (step > 0) {
                    text.append(text.isEmpty() ? "" : sign > 0 ? " + " : " - ")
                            .append(step == 1 ? "" : step + " * ")
                            .append(names.get(axis));
                }
            }
            if (sign > 0 && (from != 0 || text.isEmpty())) {
                text.append(text.isEmpty() ? "" : " + ").append(from);
            }
        }
        return new JavaPlaces(lengths, names, text.toString());
    }
}
