package gradus.autograd;

import gradus.autograd.dense.Interrupts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;

/** The nodes that a result was computed from, in the order in which they came to be: a topological order. */
final class Topology {

    /**
     * All nodes from which {@code root} can be reached, itself last; {@link Node#place} of each is its place in the
     * array. The caller holds {@link Sweep}'s lock. Runs in a flat loop, whatever the depth of the graph.
     *
     * @param follow which nodes to enter; one that is not followed is left out, with all that only it leads to
     */
    static Node[] of(Node root, Predicate<Node> follow) {
        if (!follow.test(root)) {
            return new Node[0];
        }
        var search = new Topology(follow);
        search.meet(root);
        while (search.waiting > 0) {
            search.enter(search.stack[--search.waiting]);
        }
        return inOrder(Arrays.copyOf(search.found, search.count));
    }

    private final Predicate<Node> follow;
    private Node[] found = new Node[64];
    private int count;

    /** Depth first: a chain of operations lies in one run of memory, and is read in one run. */
    private Node[] stack = new Node[64];

    private int waiting;

    private Topology(Predicate<Node> follow) {
        this.follow = follow;
    }

    private void enter(Node node) {
        for (int k = 0; k < node.arity(); k++) {
            var operand = node.operand(k);
            // A node has been found if the place that it claims is its own: no marks to clear afterwards.
            boolean known = operand.place < count && found[operand.place] == operand;
            if (!known && follow.test(operand)) {
                meet(operand);
            }
        }
    }

    private void meet(Node node) {
        if (count % Interrupts.EVERY == 0) {
            Interrupts.check();
        }
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
        }
        found[count] = node;
        node.place = count++;
        if (waiting == stack.length) {
            stack = Arrays.copyOf(stack, 2 * waiting);
        }
        stack[waiting++] = node;
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
