package gradus.render.code;

import gradus.autograd.ArrayOp;
import gradus.autograd.LayoutOp;
import gradus.autograd.MatrixOp;
import gradus.autograd.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An op in NumPy that puts elements elsewhere. The usual ones are written as one would write them; for the others stand
 * the numbers of the elements, see {@link Moves}.
 */
final class NumPyMoves {

    private final ArrayOp op;
    private final List<Shape> shapes;
    private final Shape result;
    private final List<Integer> settings;

    NumPyMoves(ArrayOp op, List<Shape> shapes, Shape result, List<Integer> settings) {
        this.op = op;
        this.shapes = shapes;
        this.result = result;
        this.settings = settings;
    }

    String value(List<String> x) {
        var one = x.get(0);
        if (op == LayoutOp.RESHAPE) {
            return reshaped(one, result);
        }
        if (op == MatrixOp.TRANSPOSE) {
            return transposed(one, settings);
        }
        if (op == LayoutOp.BROADCAST) {
            return stretched(one, result);
        }
        if (op == LayoutOp.SUM_TO) {
            return NumPyExpressions.addedTo(one, shapes.get(0), result);
        }
        if (op == LayoutOp.CONCAT) {
            return "np.concatenate([" + String.join(", ", x) + "], axis=" + settings.get(0) + ")";
        }
        if (op == LayoutOp.STACK) {
            return "np.stack([" + String.join(", ", x) + "], axis=" + settings.get(0) + ")";
        }
        if (op == LayoutOp.SELECT) {
            return "np.take(" + one + ", " + settings.subList(1, settings.size()) + ", axis=" + settings.get(0) + ")";
        }
        return isPart() ? one + "[" + part() + "]" : byNumbers(x);
    }

    /** @param target a name for what is contributed, where it takes more than one line */
    String contribution(int i, String upstream, String target, List<String> before) {
        var x = shapes.get(i);
        if (op == LayoutOp.RESHAPE) {
            return reshaped(upstream, x);
        }
        if (op == MatrixOp.TRANSPOSE) {
            return transposed(
                    upstream,
                    IntStream.range(0, settings.size())
                            .map(settings::indexOf)
                            .boxed()
                            .toList());
        }
        if (op == LayoutOp.BROADCAST) {
            return NumPyExpressions.addedTo(upstream, result, x);
        }
        if (op == LayoutOp.SUM_TO) {
            return stretched(upstream, x);
        }
        if (op == LayoutOp.CONCAT) {
            int axis = settings.get(0);
            int from = shapes.subList(0, i).stream().mapToInt(s -> s.axis(axis)).sum();
            return upstream + "[" + ":, ".repeat(axis) + from + ":" + (from + x.axis(axis)) + "]";
        }
        if (op == LayoutOp.STACK) {
            return upstream + "[" + ":, ".repeat(settings.get(0)) + i + "]";
        }
        var place = target + "_part";
        if (isPart()) {
            before.add(place + " = np.zeros(" + NumPyExpressions.tuple(x) + ")");
            before.add(place + "[" + part() + "] = " + upstream);
            return place;
        }
        return back(i, x, upstream, place, before);
    }

    private boolean isPart() {
        return (op == LayoutOp.SLICE || op == LayoutOp.ELEMENT) && shapes.get(0).rank() > 0;
    }

    /** Such as {@code 1:3, ::2}. */
    private String part() {
        if (op == LayoutOp.ELEMENT) {
            return settings.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        var parts = new ArrayList<String>();
        for (int i = 0; i < settings.size(); i += 3) {
            int from = settings.get(i);
            int to = settings.get(i + 1);
            int step = settings.get(i + 2);
            boolean whole = from == 0 && to == shapes.get(0).axis(i / 3) && step == 1;
            // A step back to the first element has no end that could be written.
            var end = to < 0 ? "" : Integer.toString(to);
            parts.add(whole ? ":" : from + ":" + end + (step == 1 ? "" : ":" + step));
        }
        return String.join(", ", parts);
    }

    private static String reshaped(String x, Shape shape) {
        return "np.reshape(" + x + ", " + NumPyExpressions.tuple(shape) + ")";
    }

    private static String stretched(String x, Shape shape) {
        return "np.broadcast_to(" + x + ", " + NumPyExpressions.tuple(shape) + ")";
    }

    private String transposed(String x, List<Integer> order) {
        if (!order.isEmpty()) {
            return "np.transpose(" + x + ", " + order + ")";
        }
        return result.rank() == 2 ? x + ".T" : "np.swapaxes(" + x + ", -1, -2)";
    }

    private Moves moves() {
        return Moves.of(op, shapes, settings.stream().mapToInt(k -> k).toArray());
    }

    /** Elements by number; a 0 stands behind the last one, for places to which nothing comes. */
    private String byNumbers(List<String> x) {
        var moves = moves();
        var flat = x.stream().map(one -> "np.ravel(" + one + ")").collect(Collectors.joining(", "));
        var to = NumPyExpressions.tuple(result);
        return moves.added()
                ? "np.bincount(" + moves.to() + ", np.concatenate([" + flat + "]), " + result.size() + ").reshape(" + to
                        + ")"
                : "np.concatenate([" + flat + ", [0]])[" + moves.to() + "].reshape(" + to + ")";
    }

    private String back(int i, Shape x, String upstream, String place, List<String> before) {
        var moves = moves();
        int from = shapes.subList(0, i).stream().mapToInt(Shape::size).sum();
        var to = NumPyExpressions.tuple(x);
        if (moves.added()) {
            return "np.ravel(" + upstream + ")[" + moves.to().subList(from, from + x.size()) + "].reshape(" + to + ")";
        }
        int all = shapes.stream().mapToInt(Shape::size).sum();
        // Element −1 is one more, to which goes what comes from nowhere.
        before.add(place + " = np.zeros(" + (all + 1) + ")");
        before.add("np.add.at(" + place + ", " + moves.to() + ", np.ravel(" + upstream + "))");
        return place + "[" + from + ":" + (from + x.size()) + "].reshape(" + to + ")";
    }
}
