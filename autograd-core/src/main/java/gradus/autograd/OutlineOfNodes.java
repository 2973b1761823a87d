package gradus.autograd;

import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the nodes themselves, into flat arrays. */
final class OutlineOfNodes extends Outline {

    private Node[] order = {};

    /** The operands of node i stand at first[i] up to and without first[i + 1]. */
    private int[] first = {};

    private int[] operands = {};
    private final Labels labels;
    private final List<List<String>> scopes;

    OutlineOfNodes(Node root) {
        Sweep.inOrder(root, this::read);
        labels = new Labels(order);
        scopes = Scopes.of(order);
    }

    private void read(Node[] nodes) {
        order = nodes;
        first = new int[order.length + 1];
        for (int i = 0; i < order.length; i++) {
            first[i + 1] = first[i] + order[i].arity();
        }
        operands = new int[first[order.length]];
        for (int i = 0; i < order.length; i++) {
            for (int k = 0; k < order[i].arity(); k++) {
                operands[first[i] + k] = place(order[i].operand(k), i);
            }
        }
    }

    private static int place(Node operand, int result) {
        if (operand.place >= result) {
            throw new IllegalStateException(
                    "the value of " + operand.describe()
                            + " was changed after it was used, so the order of the computation is lost. Compute the result again");
        }
        return operand.place;
    }

    /** The nodes themselves; the array must not be written into. */
    Node[] order() {
        return order;
    }

    @Override
    boolean isFailed(int i) {
        return Tracer.isFailure(order[i]);
    }

    @Override
    public int size() {
        return order.length;
    }

    @Override
    public Kind kind(int i) {
        return Labels.kind(order[i]);
    }

    @Override
    public int arity(int i) {
        return first[i + 1] - first[i];
    }

    @Override
    public int operand(int i, int k) {
        return operands[first[i] + k];
    }

    @Override
    public String op(int i) {
        var op = order[i].op();
        return op == null ? "" : op.id();
    }

    @Override
    public List<String> scope(int i) {
        return scopes.get(i);
    }

    @Override
    public String label(int i) {
        return labels.of(i);
    }

    @Override
    public TraceNode node(int i) {
        var node = order[i];
        return new TraceNode(
                i,
                kind(i),
                label(i),
                node.name() != null,
                node.op(),
                IntStream.range(first[i], first[i + 1])
                        .mapToObj(k -> operands[k])
                        .toList(),
                Arrays.stream(node.settings()).boxed().toList(),
                Value.of(node),
                Value.gradientOf(node),
                scope(i));
    }
}
