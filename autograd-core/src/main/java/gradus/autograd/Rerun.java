package gradus.autograd;

import gradus.autograd.dense.Interrupts;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A computation that can be run again on other inputs, leaving the one that it was taken from alone: the inputs are copies, of
 * the same names and values. Each run makes new nodes, so that it can be differentiated and checked like any computation.
 *
 * <pre>{@code
 * var x = new Var(2, "x");
 * var f = x.mul(x).add(1);
 * var again = Rerun.of(f);
 * var copy = (Var) again.input(x);
 * copy.set(5);
 * ((Var) again.run()).value()   // x² + 1 ⇒ 26.0
 * x.value()                     // ⇒ 2.0
 * }</pre>
 *
 * <p>The program is run as it was recorded: an {@code if} or a loop is decided once, as in a {@link StaticGraph}.
 */
public final class Rerun {

    private final Node root;
    private final Node[] order;
    private final Map<Node, Node> inputs = new LinkedHashMap<>();
    private final IdentityHashMap<Node, Node> leaves = new IdentityHashMap<>();

    private Rerun(Node root, Map<Node, Node> shared) {
        this.root = root;
        order = Sweep.order(root);
        for (var node : order) {
            if (node.op() == null) {
                var known = shared.get(node);
                var copy = known == null ? copy(node) : known;
                leaves.put(node, copy);
                if (node.requiresGrad()) {
                    inputs.put(node, copy);
                }
            }
        }
    }

    /** All that led to this node. */
    public static Rerun of(Node root) {
        return new Rerun(root, Map.of());
    }

    /** Another computation, on the same copies of the inputs that both have. */
    public Rerun beside(Node other) {
        return new Rerun(other, inputs);
    }

    private static Node copy(Node leaf) {
        var copy = leaf instanceof Var v
                ? (Node) new Var(v.value()).requiresGrad(v.requiresGrad())
                : Tensor.constant(leaf.shape(), leaf.elements().clone()).requiresGrad(leaf.requiresGrad());
        if (leaf.name() != null) {
            copy.nameIfUnnamed(leaf.name());
        }
        return copy;
    }

    /** The copies of all inputs, in the order in which they were made. */
    public List<Node> inputs() {
        return List.copyOf(inputs.values());
    }

    /**
     * The copy of an input.
     *
     * @throws IllegalArgumentException if the computation has no such input
     */
    public Node input(Node original) {
        var copy = inputs.get(original);
        if (copy == null) {
            throw new IllegalArgumentException(original.describe() + " is no input of " + root.describe() + ": "
                    + (original.isLeaf() ? "nothing was computed from it" : "it was computed itself")
                    + ". The inputs are "
                    + String.join(
                            ", ", inputs.keySet().stream().map(Node::describe).toList()));
        }
        return copy;
    }

    /**
     * The result, computed anew from what the copies hold now.
     *
     * @throws UnsupportedOperationException if a node of the graph was given as numbers, see {@link GivenOp}
     */
    public Node run() {
        var made = new IdentityHashMap<>(leaves);
        for (int i = 0; i < order.length; i++) {
            if (i % Interrupts.EVERY == 0) {
                Interrupts.check();
            }
            var node = order[i];
            var op = node.op();
            if (op != null) {
                var operands = node.operands().stream().map(made::get).toArray(Node[]::new);
                var again = apply(op, node.settings(), operands);
                if (node.name() != null) {
                    again.nameIfUnnamed(node.name());
                }
                made.put(node, again);
            }
        }
        return java.util.Objects.requireNonNull(made.get(root));
    }

    private static Node apply(Op op, int[] settings, Node[] x) {
        if (op instanceof UnaryOp unary) {
            return unary.of(x[0]);
        }
        if (op instanceof BinaryOp binary) {
            return binary.of(x[0], x[1]);
        }
        if (op instanceof NaryOp nary) {
            var scalars = Arrays.copyOf(x, x.length, Var[].class);
            return nary == NaryOp.SUM ? Var.sum(scalars) : Var.product(scalars);
        }
        if (op instanceof CustomOp own) {
            return own.again(x);
        }
        if (op instanceof ArrayOp array) {
            return array.of(settings, x);
        }
        throw new UnsupportedOperationException(
                op.id() + " was given as numbers, and how it depends on its operands is not known: it cannot be run"
                        + " again on others");
    }
}
