package gradus.autograd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a computation did, forward and backward, as plain immutable data: all that a picture needs, and nothing that it
 * would have to compute again.
 *
 * <p>Nodes are numbered from 0 in the order in which the program made them, so that the same program gives the same
 * trace. The backward part is a sweep of its own, which leaves the gradients of the nodes as they are.
 *
 * <pre>{@code
 * var x1 = new Var(1, "x1");
 * var x2 = new Var(2, "x2");
 * var a = new Var(3, "a");
 * var z = x1.add(a.mul(x2)).pow(2).named("z");
 * Trace.of(z).backward().get(0).localFormula()   // ⇒ ∂z/∂v2 = 2·v2
 * }</pre>
 *
 * @param nodes all nodes, operands before results; the number of a node is its place
 * @param root the number of the node from which the sweep starts
 * @param seed the upstream gradient with which it starts
 * @param forward one step for each node that an op made, in the order of the program
 * @param backward one step for each edge that the sweep walked, in its order
 * @param remarks what is to be said at single places, such as an op that failed; mostly none
 */
public record Trace(
        List<TraceNode> nodes,
        int root,
        Value seed,
        List<ForwardStep> forward,
        List<BackwardStep> backward,
        List<Remark> remarks) {

    public Trace {
        nodes = List.copyOf(nodes);
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
        remarks = List.copyOf(remarks);
    }

    /** A trace without remarks. */
    public Trace(List<TraceNode> nodes, int root, Value seed, List<ForwardStep> forward, List<BackwardStep> backward) {
        this(nodes, root, seed, forward, backward, List.of());
    }

    /** Whether a computation ends at this node because it failed there. */
    public boolean isFailed(int node) {
        return remarks.stream().anyMatch(r -> r.node() == node && r.kind() == Remark.Kind.FAILED);
    }

    /**
     * The trace of all that led to this node, and of a sweep from it with upstream gradient 1.
     *
     * @throws IllegalStateException if the node is not a scalar, is computed from constants alone, or a value was changed
     *     after it was used
     */
    public static Trace of(Node root) {
        if (root.shape().size() != 1) {
            throw new IllegalStateException("a trace goes back from a scalar, and " + root.describe()
                    + " has the shape " + root.shape() + ". Call sum() or mean() first");
        }
        return new Tracer(root).trace(new double[] {1});
    }

    /** {@link #forwardOf}; but where NaN or ∞ appears, only what led to the first such value. */
    public static Trace forwardUpToFailure(Node root) {
        var value = FirstNonFinite.inValues(Sweep.order(root));
        return forwardOf(value == null ? root : value.node());
    }

    /**
     * {@link #of}; but where NaN or ∞ appears, only what led to that place, which has a {@link Remark.Kind#NOT_FINITE}: to
     * the first such value, without a sweep, or up to the first edge on which such a gradient flows.
     */
    public static Trace upToFailure(Node root) {
        var value = FirstNonFinite.inValues(Sweep.order(root));
        if (value != null) {
            return forwardOf(value.node());
        }
        var trace = of(root);
        for (int i = 0; i < trace.backward.size(); i++) {
            var step = trace.backward.get(i);
            var gradient = FirstNonFinite.firstIn(step.after().toArray()) < 0 ? null : FirstNonFinite.inSweep(root);
            if (gradient != null) {
                var there = new Remark(
                        Remark.Kind.NOT_FINITE, step.node(), step.operandIndex(), List.of(gradient.explanation()));
                return new Trace(
                        trace.nodes,
                        trace.root,
                        trace.seed,
                        trace.forward,
                        trace.backward.subList(0, i + 1),
                        List.of(there));
            }
        }
        return trace;
    }

    /** What led to this node, without a sweep: {@link #backward()} is empty. Any shape, and constants too. */
    public static Trace forwardOf(Node root) {
        return new Tracer(root).trace(null);
    }

    /** The node with this number. */
    public TraceNode node(int id) {
        return nodes.get(id);
    }

    /** What a node is. */
    public enum Kind {
        INPUT,
        CONSTANT,
        RESULT
    }

    /**
     * A node of the graph.
     *
     * @param id its number
     * @param kind whether it was given or computed
     * @param label the student's name for it; else the number that a constant holds, or v1, v2, … for a result
     * @param named whether the label is the student's
     * @param op what made it; null for inputs and constants
     * @param operands the numbers of its operands, in order, with repetitions
     * @param settings what the op was told beside its operands, such as an axis; see {@link ArrayOp}
     * @param value its value
     * @param gradient the gradient that earlier sweeps have left at it; null if none has reached it
     * @param scope the modules in whose forward pass it was made, the outermost first
     */
    public record TraceNode(
            int id,
            Kind kind,
            String label,
            boolean named,
            @Nullable Op op,
            List<Integer> operands,
            List<Integer> settings,
            Value value,
            @Nullable Value gradient,
            List<String> scope) {
        public TraceNode {
            operands = List.copyOf(operands);
            settings = List.copyOf(settings);
            scope = List.copyOf(scope);
        }
    }

    /**
     * A node comes to be.
     *
     * @param number from 1, in the order of the program
     * @param node the number of the node
     * @param formula with names, such as {@code z = v2²}
     * @param numbers with numbers, such as {@code 7² = 49}
     */
    public record ForwardStep(int number, int node, String formula, String numbers) {}

    /**
     * A contribution flows along one edge, from a node to one of its operands.
     *
     * @param number that of the forward step whose op is differentiated: a backward pass counts down
     * @param node the number of the node whose adjoint is passed on
     * @param operandIndex which of its operands receives, from 0
     * @param operand the number of the node that receives
     * @param upstream the adjoint of {@code node}
     * @param localFormula the local gradient, such as {@code ∂z/∂v2 = 2·v2}; for an op on arrays the product, such as
     *     {@code W̄ += z̄ xᵀ}
     * @param local the local gradient, element by element; null where the op gives a vector–Jacobian product
     * @param contribution what is added to the adjoint of {@code operand}
     * @param before that adjoint before
     * @param after and after
     * @param rule all of it in one line, with numbers: {@code v̄2 += z̄ · ∂z/∂v2 = 1 · 14: 0 → 14}
     */
    public record BackwardStep(
            int number,
            int node,
            int operandIndex,
            int operand,
            Value upstream,
            String localFormula,
            @Nullable Value local,
            Value contribution,
            Value before,
            Value after,
            String rule) {}
}
