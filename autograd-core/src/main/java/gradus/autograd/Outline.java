package gradus.autograd;

import gradus.autograd.Trace.ForwardStep;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a graph is made of, without writing all of it down: who uses whom, by which op and in which scope. A graph of a
 * million nodes has one within a second, where a {@link Trace} of it would not fit into memory; each node by itself
 * can be had as a trace has it.
 *
 * <p>Nodes are numbered as in a {@link Trace}: in the order in which the program made them.
 */
public abstract class Outline {

    Outline() {}

    /**
     * The outline of all that led to this node.
     *
     * @throws IllegalStateException if a value was changed after it was used, so that the order is lost
     */
    public static Outline of(Node root) {
        return new OutlineOfNodes(root);
    }

    /** The outline of a trace. */
    public static Outline of(Trace trace) {
        return new OutlineOfTrace(trace);
    }

    /** How many nodes there are. */
    public abstract int size();

    /** The number of the node that all others lead to. */
    public int root() {
        return size() - 1;
    }

    /** Whether node i was given or computed. */
    public abstract Kind kind(int i);

    /** How many operands node i has. */
    public abstract int arity(int i);

    /** The number of operand k of node i. */
    public abstract int operand(int i, int k);

    /** The name of the op that made node i; empty for a leaf, and where none is known. */
    public abstract String op(int i);

    /** The scopes in which node i was made, the outermost first. */
    public abstract List<String> scope(int i);

    /** What node i is called. */
    public abstract String label(int i);

    /** Node i as a trace has it. */
    public abstract TraceNode node(int i);

    /** Whether the computation ends at node i because it failed there. */
    abstract boolean isFailed(int i);

    /** How many edges there are. */
    public final int edges() {
        int edges = 0;
        for (int i = 0; i < size(); i++) {
            edges += arity(i);
        }
        return edges;
    }

    /**
     * Node i with its operands, as a trace of its own: they come first, once each and without what they were made of, and
     * it comes last.
     */
    public Trace excerpt(int i) {
        var whole = node(i);
        var ids = new ArrayList<Integer>();
        var nodes = new ArrayList<TraceNode>();
        for (int operand : whole.operands()) {
            if (!ids.contains(operand)) {
                ids.add(operand);
                nodes.add(renumbered(node(operand), nodes.size(), List.of()));
            }
        }
        var operands = whole.operands().stream().map(ids::indexOf).toList();
        nodes.add(renumbered(whole, nodes.size(), operands));
        var made = nodes.get(nodes.size() - 1);
        var forward = made.op() == null ? List.<ForwardStep>of() : List.of(Tracer.step(1, made, nodes, isFailed(i)));
        return new Trace(nodes, made.id(), Value.of(Double.NaN), forward, List.of());
    }

    static TraceNode renumbered(TraceNode node, int id, List<Integer> operands) {
        return new TraceNode(
                id,
                node.kind(),
                node.label(),
                node.named(),
                node.op(),
                operands,
                node.settings(),
                node.value(),
                node.gradient(),
                node.scope());
    }
}
