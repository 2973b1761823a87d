package gradus.autograd;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;

/** The nodes that a result was computed from, in the order in which they came to be: a topological order. */
final class Topology {

    private Topology() {}

    /**
     * All nodes from which {@code root} can be reached, itself last; {@link Node#place} of each is its place in the
     * array. The caller holds {@link Sweep}'s lock. Runs in a flat loop, whatever the depth of the graph.
     *
     * @param follow which nodes to enter; one that is not followed is left out, with all that only it leads to
     */
    static Node[] of(Node root, Predicate<Node> follow) {
        var found = new Node[64];
        int count = 0;
        if (follow.test(root)) {
            found[count] = root;
            root.place = count++;
        }
        for (int i = 0; i < count; i++) {
            if (i % Interrupts.EVERY == 0) {
                Interrupts.check();
            }
            var node = found[i];
            for (int k = 0; k < node.arity(); k++) {
                var operand = node.operand(k);
                // A node has been found if the place that it claims is its own: no marks to clear afterwards.
                boolean known = operand.place < count && found[operand.place] == operand;
                if (!known && follow.test(operand)) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count] = operand;
                    operand.place = count++;
                }
            }
        }
        return inOrder(Arrays.copyOf(found, count));
    }

    private static Node[] inOrder(Node[] nodes) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (var node : nodes) {
            first = Math.min(first, node.stamp());
            last = Math.max(last, node.stamp());
        }
        if (last - first < 4L * nodes.length) {
            nodes = dealtOut(nodes, first, (int) (last - first) + 1);
        } else {
            Arrays.sort(nodes, Comparator.comparingLong(Node::stamp));
        }
        for (int i = 0; i < nodes.length; i++) {
            nodes[i].place = i;
        }
        return nodes;
    }

    /** Sorts in linear time: nodes of one computation were made one after the other, so their stamps lie close. */
    private static Node[] dealtOut(Node[] nodes, long first, int span) {
        var slots = new Node[span];
        for (var node : nodes) {
            slots[(int) (node.stamp() - first)] = node;
        }
        int count = 0;
        for (var node : slots) {
            if (node != null) {
                nodes[count++] = node;
            }
        }
        return nodes;
    }
}
