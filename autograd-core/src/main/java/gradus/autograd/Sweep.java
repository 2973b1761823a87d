package gradus.autograd;

import org.jspecify.annotations.Nullable;

/**
 * Reverse-mode differentiation: walks the graph from the root to its inputs, each node once, in reverse topological
 * order (rows 1.10 and 4.2).
 *
 * <p>For every node z, in that order, and every operand x of it: x̄ += z̄ · ∂z/∂x. When z is visited, all that uses it has
 * been visited before, so that z̄ is complete. Adjoints live in the sweep and are added to the nodes' gradients at its
 * end: a second sweep over the same graph doubles the gradients and never mixes with the first, and a sweep that fails
 * changes nothing.
 */
final class Sweep {

    /** Sweeps write their places into shared nodes, so there is one at a time. */
    private static final Object LOCK = new Object();

    private final Node[] nodes;
    private final double[] scalars;
    private final double[] @Nullable [] arrays;
    private final @Nullable SweepListener listener;

    private Sweep(Node root, double[] seed, @Nullable SweepListener listener) {
        if (!root.requiresGrad()) {
            throw new IllegalStateException("backward: " + root.describe()
                    + " is computed from constants alone, so there is nothing to differentiate by. Start from new Var(…)"
                    + " or a Tensor");
        }
        this.listener = listener;
        nodes = Topology.of(root, Node::requiresGrad);
        scalars = new double[nodes.length];
        arrays = new double[nodes.length][];
        add(root, seed);
        if (listener != null) {
            listener.seed(root, seed);
        }
        for (int i = nodes.length - 1; i >= 0; i--) {
            if (i % Interrupts.EVERY == 0) {
                Interrupts.check();
            }
            visit(nodes[i]);
        }
    }

    /** Runs a sweep and adds its adjoints to the gradients of the nodes. */
    static void accumulate(Node root, double[] seed) {
        synchronized (LOCK) {
            var sweep = new Sweep(root, seed, null);
            for (var node : sweep.nodes) {
                if (node instanceof Var scalar) {
                    scalar.accumulate(sweep.scalars[scalar.place]);
                } else {
                    node.accumulate(sweep.adjoint(node));
                }
            }
        }
    }

    /** Runs a sweep for its listener alone: the gradients of the nodes stay as they are. */
    static void observe(Node root, double[] seed, SweepListener listener) {
        synchronized (LOCK) {
            new Sweep(root, seed, listener);
        }
    }

    /** Whatever lies behind the root, constants included, in topological order. */
    static Node[] order(Node root) {
        synchronized (LOCK) {
            return Topology.of(root, node -> true);
        }
    }

    private void visit(Node node) {
        var op = node.op();
        if (op == null) {
            return;
        }
        if (listener == null && node instanceof Var z && !(op instanceof ArrayOp)) {
            z.passOn(scalars);
            return;
        }
        for (int k = 0; k < node.arity(); k++) {
            node.checkUnchanged(node.operand(k));
        }
        visitAny(node, op);
    }

    private void visitAny(Node node, Op op) {
        var upstream = adjoint(node);
        for (int k = 0; k < node.arity(); k++) {
            var operand = node.operand(k);
            if (!operand.requiresGrad()) {
                continue;
            }
            double @Nullable [] local = op instanceof ArrayOp ? null : local(node, k);
            var contribution = op instanceof ArrayOp array
                    ? array.vjp(k, node.operands(), upstream)
                    : Elementwise.contribution(
                            upstream, java.util.Objects.requireNonNull(local), node.shape(), operand.shape());
            var before = listener == null ? null : adjoint(operand).clone();
            add(operand, contribution);
            if (listener != null && before != null) {
                listener.contribution(node, k, upstream, local, contribution, before, adjoint(operand));
            }
        }
    }

    private static double[] local(Node node, int k) {
        return node instanceof Var z ? new double[] {z.local(k)} : Elementwise.local(node, k);
    }

    private double[] adjoint(Node node) {
        if (node instanceof Var) {
            return new double[] {scalars[node.place]};
        }
        var adjoint = arrays[node.place];
        return adjoint == null ? new double[node.shape().size()] : adjoint;
    }

    private void add(Node node, double[] contribution) {
        if (node instanceof Var) {
            scalars[node.place] += contribution[0];
            return;
        }
        var sum = arrays[node.place];
        if (sum == null) {
            arrays[node.place] = contribution.clone();
            return;
        }
        for (int k = 0; k < sum.length; k++) {
            sum[k] += contribution[k];
        }
    }
}
