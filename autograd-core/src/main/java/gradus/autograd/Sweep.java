package gradus.autograd;

import gradus.autograd.dense.Interrupts;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reverse-mode differentiation: walks the graph from the root to its inputs, each node once, in reverse topological
 * order (rows 1.10 and 4.2).
 *
 * <p>For every node z, in that order, and every operand x of it: x̄ += z̄ · ∂z/∂x. When z is visited, all that uses it has
 * been visited before, so that z̄ is complete. Adjoints live in the sweep, and the gradient of a node is added to once,
 * when its adjoint is complete: a second sweep over the same graph doubles the gradients and never mixes with the first.
 * A sweep that fails takes back what it has written.
 *
 * <p>The order costs nothing. A result is younger than its operands, so going back in time is a topological order, and a
 * node's place in it is the difference of two stamps: each node that is met is put there, and nothing is searched or
 * sorted beforehand. The walk looks at a {@link #WINDOW} of time after the other, so that memory follows the number of
 * nodes and not the time that has passed; inputs, which may be as old as the program, are kept apart.
 */
final class Sweep {

    /** Sweeps write their places into shared nodes, so there is one at a time. */
    private static final Object LOCK = new Object();

    /** How many stamps are looked at together: as many adjoints as fit into a processor's cache. */
    private static final int WINDOW = 1 << 16;

    private static final int SMALL = 16;

    /** How many results the last sweep met: training sweeps over one graph of the same size after the other. */
    private static int expected = SMALL;

    private final Adjoints inputs = new Adjoints(SMALL);

    /** Results that are older than the window. */
    private final Adjoints older = new Adjoints(SMALL);

    private final Adjoints window = new Adjoints(expected);
    private final Journal journal = new Journal(expected);
    private long newest;

    private Sweep(Node root, double[] seed) {
        if (!root.requiresGrad()) {
            throw new IllegalStateException("backward: " + root.describe()
                    + " is computed from constants alone, so there is nothing to differentiate by. Start from new Var(…)"
                    + " or a Tensor");
        }
        newest = root.stamp();
        add(root, seed.clone());
    }

    /** Runs a sweep and adds its adjoints to the gradients of the nodes. */
    static void accumulate(Node root, double[] seed) {
        synchronized (LOCK) {
            var sweep = new Sweep(root, seed);
            boolean whole = false;
            try {
                sweep.run(null);
                whole = true;
            } finally {
                if (!whole) {
                    sweep.journal.undo();
                }
            }
            sweep.commitInputs();
        }
    }

    /** Runs a sweep for its listener alone: the gradients of the nodes stay as they are. */
    static void observe(Node root, double[] seed, SweepListener listener) {
        synchronized (LOCK) {
            listener.seed(root, seed);
            new Sweep(root, seed).run(listener);
        }
    }

    /**
     * What a sweep would add to the gradients of these leaves, which stay as they are; null for one that the root is not
     * computed from.
     */
    static double[] @Nullable [] gradients(Node root, double[] seed, Node... leaves) {
        var found = new double[leaves.length] @Nullable [];
        if (root.requiresGrad()) {
            synchronized (LOCK) {
                var sweep = new Sweep(root, seed);
                try {
                    sweep.run(null);
                } finally {
                    sweep.journal.undo();
                }
                var inputs = sweep.inputs;
                Arrays.setAll(found, i -> inputs.holds(leaves[i]) ? inputs.elements(leaves[i].place, leaves[i]) : null);
            }
        }
        return found;
    }

    /** Whatever lies behind the root, constants included, in topological order. */
    static Node[] order(Node root) {
        synchronized (LOCK) {
            return Topology.of(root, node -> true);
        }
    }

    /** Whatever lies behind the root, in topological order, shown while {@link Node#place} of each is its place there. */
    static void inOrder(Node root, Consumer<Node[]> reader) {
        synchronized (LOCK) {
            reader.accept(Topology.of(root, node -> true));
        }
    }

    private void run(@Nullable SweepListener listener) {
        boolean recording = Recorder.current().set(false);
        try {
            do {
                walk(listener);
            } while (openNextWindow());
            expected = Math.min(WINDOW, Math.max(SMALL, journal.size()));
        } finally {
            Recorder.current().set(recording);
        }
    }

    private void walk(@Nullable SweepListener listener) {
        for (int place = 0; place < window.size; place++) {
            if (place % Interrupts.EVERY == 0) {
                Interrupts.check();
            }
            var node = window.nodes[place];
            if (node == null) {
                continue;
            }
            if (listener == null) {
                node.passOn(this, place);
            } else {
                passOnAloud(node, place, listener);
            }
        }
        window.restart();
    }

    private void commitInputs() {
        for (int i = 0; i < inputs.size; i++) {
            var node = inputs.nodes[i];
            if (node instanceof Var scalar) {
                scalar.accumulate(inputs.scalars[i]);
            } else if (node != null) {
                node.accumulate(inputs.elements(i, node));
            }
        }
    }

    /** Goes back to the youngest of the older results; false if there is none. */
    private boolean openNextWindow() {
        long youngest = Long.MIN_VALUE;
        for (int i = 0; i < older.size; i++) {
            var node = older.nodes[i];
            youngest = node == null ? youngest : Math.max(youngest, node.stamp());
        }
        if (youngest == Long.MIN_VALUE) {
            return false;
        }
        newest = youngest;
        int left = 0;
        for (int i = 0; i < older.size; i++) {
            var node = older.nodes[i];
            if (node == null) {
                continue;
            }
            long place = newest - node.stamp();
            if (place < WINDOW) {
                older.moveTo(window, i, (int) place);
            } else {
                older.moveTo(older, i, left);
                node.place = left++;
            }
        }
        older.size = left;
        return true;
    }

    /** The adjoint of the scalar that is being visited, which is added to its gradient. */
    double take(Var node, int place) {
        double adjoint = window.takeScalar(place);
        journal.add(node);
        node.accumulate(adjoint);
        return adjoint;
    }

    /** The adjoint of the tensor that is being visited, which is added to its gradient. */
    double[] take(Tensor node, int place) {
        var adjoint = window.takeArray(place, node);
        journal.add(node);
        // The gradient may be a sum, and that array is its own.
        node.accumulate(node.hasGrad() ? adjoint.clone() : adjoint);
        return adjoint;
    }

    /** Refuses an operand that is younger than its result: its value was changed after it was used. */
    void check(Node z, Node operand) {
        if (operand.stamp() > z.stamp()) {
            throw z.changed(operand);
        }
    }

    /** Adds to the adjoint of an operand of z, the node that is being visited. */
    void add(Node z, Var operand, double contribution) {
        long place = newest - operand.stamp();
        if (operand.stamp() > z.stamp()) {
            throw z.changed(operand);
        }
        if (operand.isLeaf()) {
            if (!inputs.holds(operand)) {
                inputs.append(operand);
            }
            inputs.scalars[operand.place] += contribution;
        } else if (place < WINDOW) {
            window.add((int) place, operand, contribution);
        } else {
            apart(operand).scalars[operand.place] += contribution;
        }
    }

    private Adjoints apart(Node node) {
        var apart = node.isLeaf() ? inputs : older;
        if (!apart.holds(node)) {
            apart.append(node);
        }
        return apart;
    }

    /** Where the adjoint of this node is gathered; {@link Node#place} is its place there. */
    private Adjoints placed(Node node) {
        long place = newest - node.stamp();
        if (place >= WINDOW || node.isLeaf()) {
            return apart(node);
        }
        node.place = (int) place;
        if (node.place >= window.size || window.nodes[node.place] == null) {
            window.put(node.place, node);
        }
        return window;
    }

    /** Adds to the adjoint of a node; an array belongs to the sweep from now on. */
    private void add(Node node, double[] contribution) {
        var at = placed(node);
        if (node instanceof Var) {
            at.scalars[node.place] += contribution[0];
            return;
        }
        var sum = at.array(node.place);
        if (sum == null) {
            at.setArray(node.place, contribution);
            return;
        }
        for (int k = 0; k < sum.length; k++) {
            sum[k] += contribution[k];
        }
    }

    /** The array into which contributions to the tensor are added, all 0 at first. */
    double[] sum(Node z, Tensor operand) {
        check(z, operand);
        var at = placed(operand);
        var sum = at.array(operand.place);
        if (sum == null) {
            sum = new double[operand.shape().size()];
            at.setArray(operand.place, sum);
        }
        return sum;
    }

    /** Passes on the adjoint of z by the vector–Jacobian products of its op. */
    void passOn(Node z, double[] adjoint, ArrayOp op) {
        var upstream = Tensor.constant(z.shape(), adjoint);
        long before = Recorder.current().stamp();
        for (int i = 0; i < z.arity(); i++) {
            var operand = z.operand(i);
            check(z, operand);
            if (operand.requiresGrad()) {
                var contribution = op.vjp(i, z, upstream);
                if (contribution != null) {
                    // What was computed just now belongs to nobody else; anything older may.
                    boolean fresh = contribution.stamp() > before && !(op instanceof CustomOp);
                    var elements = contribution.elements();
                    add(operand, fresh ? elements : elements.clone());
                }
            }
        }
    }

    /** The same for any node, and tells the listener of each edge. */
    private void passOnAloud(Node z, int place, SweepListener told) {
        var op = z.op();
        if (op == null) {
            return;
        }
        var upstream = z instanceof Tensor t ? window.takeArray(place, t) : new double[] {window.takeScalar(place)};
        for (int i = 0; i < z.arity(); i++) {
            var operand = z.operand(i);
            check(z, operand);
            if (!operand.requiresGrad()) {
                continue;
            }
            double @Nullable [] local = op instanceof ArrayOp ? null : Elementwise.local(z, i);
            double @Nullable [] contribution = contribution(z, i, upstream);
            if (contribution == null) {
                continue;
            }
            var at = placed(operand);
            var before = at.elements(operand.place, operand).clone();
            add(operand, contribution.clone());
            var after = at.elements(operand.place, operand).clone();
            told.contribution(z, i, upstream, local, contribution, before, after);
        }
    }

    /** What z contributes to its operand i; null for nothing. The array may belong to somebody else. */
    static double @Nullable [] contribution(Node z, int i, double[] upstream) {
        if (z.op() instanceof ArrayOp array) {
            var product = array.vjp(i, z, Tensor.constant(z.shape(), upstream));
            return product == null ? null : product.elements();
        }
        return Elementwise.contribution(
                upstream, Elementwise.local(z, i), z.shape(), z.operand(i).shape());
    }
}
