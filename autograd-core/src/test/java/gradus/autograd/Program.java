package gradus.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A computation as data: leaves and steps in their order, operands told by number. It can be run again on other leaves, and
 * written for another library to run it too. The last step gives a scalar.
 */
final class Program {

    /** A line of the program. */
    sealed interface Line permits Leaf, Step {}

    /**
     * A number or an array.
     *
     * @param isInput whether it takes a gradient
     */
    record Leaf(Shape shape, List<Double> elements, boolean isInput) implements Line {}

    /** An op, and the numbers of the lines on which it works. */
    record Step(Op op, List<Integer> settings, List<Integer> operands) implements Line {

        Node run(List<Node> nodes) {
            var x = operands.stream().map(nodes::get).toArray(Node[]::new);
            if (op instanceof UnaryOp unary) {
                return unary.of(x[0]);
            }
            if (op instanceof BinaryOp binary) {
                return binary.of(x[0], x[1]);
            }
            if (op instanceof NaryOp nary) {
                return NaryVar.apply(nary, Arrays.copyOf(x, x.length, Var[].class));
            }
            return ((ArrayOp) op).of(settings.stream().mapToInt(i -> i).toArray(), x);
        }
    }

    private final List<Line> lines;

    Program(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    List<Line> lines() {
        return lines;
    }

    /** The numbers of the leaves that take a gradient. */
    List<Integer> inputs() {
        var inputs = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Leaf leaf && leaf.isInput()) {
                inputs.add(i);
            }
        }
        return inputs;
    }

    double[] elements(int leaf) {
        return ((Leaf) lines.get(leaf)).elements().stream().mapToDouble(e -> e).toArray();
    }

    /** All nodes, made anew from the leaves as they are written. */
    List<Node> run() {
        return run(this::elements);
    }

    /** All nodes, from other elements of the leaves. */
    List<Node> run(IntFunction<double[]> elements) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            nodes.add(
                    line instanceof Step step
                            ? step.run(nodes)
                            : leaf(((Leaf) line).shape(), ((Leaf) line).isInput(), elements.apply(i)));
        }
        return nodes;
    }

    static Node leaf(Shape shape, boolean isInput, double[] elements) {
        if (shape.rank() == 0) {
            return new Var(elements[0]).requiresGrad(isInput);
        }
        var leaf = Tensor.zeros(shape.axes());
        leaf.set(elements);
        return leaf.requiresGrad(isInput);
    }

    /** One line of JSON: the program, the values of all nodes and the gradients of the inputs as the engine has them. */
    String json(long seed) {
        var nodes = run();
        nodes.get(nodes.size() - 1).backward();
        var text = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var node = nodes.get(i);
            var value = "\"shape\":" + Arrays.toString(node.shape().axes()) + ",\"value\":"
                    + Arrays.toString(node.elements());
            text.add(
                    lines.get(i) instanceof Step step
                            ? "{\"op\":\"" + kind(step.op()) + "\",\"settings\":" + step.settings() + ",\"operands\":"
                                    + step.operands() + "," + value + "}"
                            : "{" + value + ",\"grad\":" + gradient(node) + "}");
        }
        return text.stream().collect(Collectors.joining(",", "{\"seed\":" + seed + ",\"lines\":[", "]}"));
    }

    /** Such as {@code ReduceOp.MAX}: two ops of different kinds may have one name. */
    private static String kind(Op op) {
        return ((Enum<?>) op).getDeclaringClass().getSimpleName() + "." + op.name();
    }

    private static String gradient(Node leaf) {
        return leaf.requiresGrad() ? Arrays.toString(leaf.gradElements()) : "null";
    }
}
