package gradus.render.code;

import gradus.autograd.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** An op in Java that puts elements elsewhere, by its {@link Moves}. */
final class JavaMoves {

    private final Moves moves;
    private final List<Shape> shapes;
    private final Shape result;
    private final JavaHelpers helpers;
    private final List<String> indices;
    private final Identifiers identifiers;
    private final List<String> before;

    JavaMoves(
            Moves moves,
            List<Shape> shapes,
            Shape result,
            JavaHelpers helpers,
            List<String> indices,
            Identifiers identifiers,
            List<String> before) {
        this.moves = moves;
        this.shapes = shapes;
        this.result = result;
        this.helpers = helpers;
        this.indices = indices;
        this.identifiers = identifiers;
        this.before = before;
    }

    String value(List<String> x) {
        var to = moves.to();
        if (!moves.added() && x.size() == 1 && !to.contains(-1)) {
            return gathered(x.get(0), shapes.get(0), to, result);
        }
        if (!moves.added() && shapes.stream().allMatch(shape -> shape.rank() == 0)) {
            return "new double[] {" + String.join(", ", to.stream().map(x::get).toList()) + "}";
        }
        var text = "";
        for (int i = 0; i < x.size(); i++) {
            var put = put(result.size(), x.get(i), shapes.get(i), places(i));
            text = i == 0 ? put : helpers.add(text, put);
        }
        return text;
    }

    String contribution(int i, String upstream) {
        if (moves.added() || isPutOnce(i)) {
            return gathered(upstream, result, places(i), shapes.get(i));
        }
        return put(shapes.get(i).size(), upstream, result, moves.to());
    }

    /** The elements of x by number, as an array of this shape. */
    private String gathered(String x, Shape from, List<Integer> numbers, Shape shape) {
        var places = JavaPlaces.of(numbers, shape, indices, identifiers, before);
        var element = from.rank() == 0 ? x : x + "[" + places.text() + "]";
        if (shape.rank() == 0) {
            return element;
        }
        if (from.rank() > 0 && from.size() == shape.size() && places.text().equals(indices.get(0))) {
            return x;
        }
        return places.lengths().equals(List.of(1))
                ? "new double[] {" + element + "}"
                : helpers.array(places.lengths(), places.indices(), element);
    }

    private String put(int size, String x, Shape shape, List<Integer> numbers) {
        var array = shape.rank() == 0 ? "new double[] {" + x + "}" : x;
        var places = JavaPlaces.of(numbers, shape, indices, identifiers, before);
        return helpers.put(size, array, places.lengths(), places.indices(), places.text());
    }

    private int first(int operand) {
        return shapes.subList(0, operand).stream().mapToInt(Shape::size).sum();
    }

    /** Whether each element of an operand stands in the result, and only once. */
    private boolean isPutOnce(int operand) {
        int first = first(operand);
        int end = first + shapes.get(operand).size();
        var there = moves.to().stream().filter(k -> k >= first && k < end).toList();
        return there.size() == end - first && new HashSet<>(there).size() == there.size();
    }

    /** For each element of an operand its place in the result. */
    private List<Integer> places(int operand) {
        int first = first(operand);
        int size = shapes.get(operand).size();
        if (moves.added()) {
            return moves.to().subList(first, first + size);
        }
        var places = new ArrayList<>(Collections.nCopies(size, -1));
        for (int k = 0; k < moves.to().size(); k++) {
            int from = moves.to().get(k) - first;
            if (from >= 0 && from < size) {
                places.set(from, k);
            }
        }
        return places;
    }
}
