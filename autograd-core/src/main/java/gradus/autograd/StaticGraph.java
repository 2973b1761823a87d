package gradus.autograd;

import gradus.autograd.dense.Interrupts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A graph that is declared once and run many times (rows 3.5 and 3.6): as TensorFlow 1 did it, where PyTorch and the rest
 * of this engine build the graph anew with each run. Faster, since nothing is allocated or searched again; but fixed, so
 * that an {@code if} or a loop of the program is decided once.
 *
 * <p>It is made of a computation, and runs again on whatever its inputs hold by then:
 *
 * <pre>{@code
 * var x = new Var(2);
 * var graph = StaticGraph.of(x.mul(x).add(1));
 * x.set(5);
 * graph.forward();    // x² + 1 ⇒ 26.0
 * graph.backward();
 * x.grad()            // 2x ⇒ 10.0
 * }</pre>
 *
 * <p>{@link GraphDeclaration} makes one by the names of its nodes. The ops are those of the catalogue. Scalars run as flat
 * arrays: nodes are sorted by their distance from the inputs and by op, so that the same op runs over neighbours.
 */
public final class StaticGraph {

    private final Node root;
    private final List<Step> steps;
    private final List<Node> inputs;
    private final IdentityHashMap<Node, Integer> slots;
    private final Flat flat;
    private boolean hasRun;

    private StaticGraph(Node root, Schedule schedule) {
        this.root = root;
        this.steps = schedule.steps();
        this.slots = schedule.slots();
        this.inputs = slots.keySet().stream().filter(Node::isLeaf).toList();
        this.flat = new Flat(slots.keySet());
        slots.forEach(flat::put);
    }

    /** All that led to this node, ready to be run again. */
    public static StaticGraph of(Node output) {
        return new StaticGraph(output, new Schedule(Sweep.order(output)));
    }

    /** The node that is the output. */
    public Node root() {
        return root;
    }

    /** The number of nodes, inputs and constants included. */
    public int size() {
        return slots.size();
    }

    /**
     * Computes all nodes from the values that the inputs have now.
     *
     * @return the output's value, if it is a scalar; NaN if it is an array, see {@link #value(Node)}
     */
    public double forward() {
        for (var input : inputs) {
            flat.read(slot(input), input);
        }
        for (int i = 0; i < steps.size(); i++) {
            Interrupts.check();
            steps.get(i).forward(flat);
        }
        hasRun = true;
        return root.shape().size() == 1 ? flat.elements(slot(root))[0] : Double.NaN;
    }

    /**
     * Carries the gradient of the output, a scalar, back to the inputs, and adds it to their {@code grad}.
     *
     * @throws IllegalStateException if the output is no scalar, or {@link #forward} has not run
     */
    public void backward() {
        if (root.shape().size() != 1) {
            throw new IllegalStateException("backward: " + root.describe() + " has the shape " + root.shape()
                    + "; give backward(…) an upstream gradient of that shape");
        }
        backward(new double[] {1});
    }

    /** {@link #backward()} with an upstream gradient. */
    public void backward(double upstream) {
        backward(Tensor.constant(Shape.SCALAR, new double[] {upstream}));
    }

    /**
     * {@link #backward()} with an upstream gradient of the output's shape.
     *
     * @throws IllegalArgumentException if it has another shape
     */
    public void backward(Tensor upstream) {
        if (!upstream.shape().equals(root.shape())) {
            throw new IllegalArgumentException("backward: the upstream gradient has the shape " + upstream.shape()
                    + ", and the output has the shape " + root.shape() + "; they must be equal");
        }
        backward(upstream.toArray());
    }

    private void backward(double[] seed) {
        if (!hasRun) {
            throw new IllegalStateException("backward: call forward() first");
        }
        flat.clearAdjoints();
        flat.add(slot(root), seed);
        boolean recording = Recorder.current().set(false);
        try {
            for (int i = steps.size() - 1; i >= 0; i--) {
                Interrupts.check();
                steps.get(i).backward(flat);
            }
        } finally {
            Recorder.current().set(recording);
        }
        for (var input : inputs) {
            if (input.requiresGrad()) {
                input.accumulate(flat.adjoint(slot(input)));
            }
        }
    }

    /** The value that a node of this graph had in the last run. */
    public Value value(Node node) {
        return Value.of(node.shape(), flat.elements(slot(node)));
    }

    /** The adjoint that a node of this graph had in the last backward run; zeros where nothing reached it. */
    public Value adjoint(Node node) {
        return Value.of(node.shape(), flat.adjoint(slot(node)));
    }

    boolean holds(Node node) {
        return slots.containsKey(node);
    }

    private int slot(Node node) {
        var slot = slots.get(node);
        if (slot == null) {
            throw new IllegalArgumentException(node.describe() + " is no node of this graph");
        }
        return slot;
    }

    @Override
    public String toString() {
        return "a static graph of " + slots.size() + " nodes in " + steps.size() + " steps";
    }

    /** Something that runs at once: a run of scalars made by one op, or one other node. */
    interface Step {
        void forward(Flat flat);

        void backward(Flat flat);
    }

    /** All numbers of the graph: scalars in two arrays, the arrays each in an array of its own. */
    static final class Flat {

        final double[] values;
        final double[] adjoints;
        private final double[][] arrays;
        private final double[][] arrayAdjoints;

        Flat(java.util.Collection<Node> nodes) {
            values = new double[nodes.size()];
            adjoints = new double[nodes.size()];
            boolean scalars = nodes.stream().allMatch(Var.class::isInstance);
            arrays = new double[scalars ? 0 : nodes.size()][];
            arrayAdjoints = new double[arrays.length][];
        }

        private void put(Node node, Integer slot) {
            if (node instanceof Tensor) {
                arrays[slot] = node.elements().clone();
                arrayAdjoints[slot] = new double[arrays[slot].length];
            } else {
                values[slot] = node.elements()[0];
            }
        }

        private boolean isArray(int slot) {
            return arrays.length > 0 && arrays[slot] != null;
        }

        void read(int slot, Node from) {
            if (from instanceof Var scalar) {
                values[slot] = scalar.value();
            } else {
                write(slot, from.elements());
            }
        }

        void write(int slot, double[] elements) {
            if (isArray(slot)) {
                System.arraycopy(elements, 0, arrays[slot], 0, elements.length);
            } else {
                values[slot] = elements[0];
            }
        }

        /** For an array its own, for a scalar a copy. */
        double[] elements(int slot) {
            return isArray(slot) ? arrays[slot] : new double[] {values[slot]};
        }

        double[] adjoint(int slot) {
            return isArray(slot) ? arrayAdjoints[slot].clone() : new double[] {adjoints[slot]};
        }

        void add(int slot, double[] contribution) {
            if (!isArray(slot)) {
                adjoints[slot] += contribution[0];
                return;
            }
            var sum = arrayAdjoints[slot];
            for (int k = 0; k < sum.length; k++) {
                sum[k] += contribution[k];
            }
        }

        void clearAdjoints() {
            Arrays.fill(adjoints, 0);
            for (var array : arrayAdjoints) {
                if (array != null) {
                    Arrays.fill(array, 0);
                }
            }
        }

        /** The array at this slot as a node. */
        Node node(int slot, Node like) {
            return like instanceof Var ? Var.constant(values[slot]) : Tensor.constant(like.shape(), arrays[slot]);
        }

        List<Node> nodes(int[] slots, Node made) {
            var all = new ArrayList<Node>(slots.length);
            for (int i = 0; i < slots.length; i++) {
                all.add(node(slots[i], made.operand(i)));
            }
            return all;
        }
    }
}
