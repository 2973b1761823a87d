package gradus.render;

import gradus.autograd.ArrayOp;
import gradus.autograd.BinaryOp;
import gradus.autograd.NaryOp;
import gradus.autograd.Node;
import gradus.autograd.Op;
import gradus.autograd.Shape;
import gradus.autograd.Tensor;
import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.autograd.UnaryOp;
import gradus.autograd.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs a trace again on other inputs, by the engine. */
final class Replay {

    private Replay() {}

    /** All nodes, in the order of the trace. */
    static List<Node> of(Trace trace, Map<Integer, double[]> inputs) {
        var nodes = new ArrayList<Node>();
        for (var node : trace.nodes()) {
            nodes.add(node.op() == null ? leaf(node, inputs) : result(node, node.op(), nodes));
        }
        return nodes;
    }

    /** An input or a constant. */
    static Node leaf(Shape shape, boolean isInput, double... elements) {
        if (shape.rank() == 0) {
            return new Var(elements[0]).requiresGrad(isInput);
        }
        var leaf = Tensor.zeros(shape.axes());
        leaf.set(elements);
        return leaf.requiresGrad(isInput);
    }

    private static Node leaf(TraceNode node, Map<Integer, double[]> inputs) {
        var value = node.value();
        var leaf = leaf(value.shape(), node.kind() == Kind.INPUT, inputs.getOrDefault(node.id(), value.toArray()));
        if (node.named()) {
            leaf.nameIfUnnamed(node.label());
        }
        return leaf;
    }

    private static Node result(TraceNode node, Op op, List<Node> nodes) {
        var x = node.operands().stream().map(nodes::get).toArray(Node[]::new);
        return apply(op, node.settings().stream().mapToInt(i -> i).toArray(), x);
    }

    static Node apply(Op op, int[] settings, Node... x) {
        if (op instanceof UnaryOp unary) {
            return unary.of(x[0]);
        }
        if (op instanceof BinaryOp binary) {
            return binary.of(x[0], x[1]);
        }
        if (op instanceof NaryOp nary) {
            var scalars = Arrays.copyOf(x, x.length, Var[].class);
            return switch (nary) {
                case SUM -> Var.sum(scalars);
                case PRODUCT -> Var.product(scalars);
            };
        }
        return ((ArrayOp) op).of(settings, x);
    }
}
