package gradus.autograd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Nodes at numbered places, and what a sweep has brought to each so far. */
final class Adjoints {

    @Nullable
    Node[] nodes;

    double[] scalars;
    private double @Nullable [] @Nullable [] arrays;

    /** One more than the highest place that is taken. */
    int size;

    /** With room for so many; it grows as needed. */
    Adjoints(int room) {
        nodes = new Node[room];
        scalars = new double[room];
    }

    /** Makes room for the place and puts the node there. */
    void put(int place, Node node) {
        if (place >= nodes.length) {
            int length = Math.max(place + 1, 2 * nodes.length);
            nodes = Arrays.copyOf(nodes, length);
            scalars = Arrays.copyOf(scalars, length);
        }
        nodes[place] = node;
        size = Math.max(size, place + 1);
    }

    /** Puts the node behind all others, at the place that it claims from now on. */
    void append(Node node) {
        node.place = size;
        put(size, node);
    }

    /** Adds to the adjoint of a scalar, which is put to its place if it is not there yet. */
    void add(int place, Var node, double contribution) {
        if (place >= size || nodes[place] == null) {
            put(place, node);
        }
        scalars[place] += contribution;
    }

    /** Whether the node stands at the place that it claims; see {@link Node#place}. */
    boolean holds(Node node) {
        return node.place < size && nodes[node.place] == node;
    }

    /** The adjoint of the tensor at this place; null if nothing has come in. */
    double @Nullable [] array(int place) {
        return arrays == null || place >= arrays.length ? null : arrays[place];
    }

    void setArray(int place, double @Nullable [] adjoint) {
        if (arrays == null) {
            arrays = new double[nodes.length][];
        } else if (place >= arrays.length) {
            arrays = Arrays.copyOf(arrays, nodes.length);
        }
        arrays[place] = adjoint;
    }

    /** The adjoint of the node at this place, with as many elements as the node; its own array for a tensor. */
    double[] elements(int place, Node node) {
        if (node instanceof Var) {
            return new double[] {scalars[place]};
        }
        var adjoint = array(place);
        return adjoint == null ? new double[node.shape().size()] : adjoint;
    }

    /** The adjoint of the scalar at this place, which is free from now on. */
    double takeScalar(int place) {
        double adjoint = scalars[place];
        scalars[place] = 0;
        nodes[place] = null;
        return adjoint;
    }

    /** The adjoint of the tensor at this place, which is free from now on. */
    double[] takeArray(int place, Tensor node) {
        var adjoint = elements(place, node);
        nodes[place] = null;
        if (arrays != null && place < arrays.length) {
            arrays[place] = null;
        }
        return adjoint;
    }

    /** All places are free from now on; each must have been taken before. */
    void restart() {
        size = 0;
    }

    /** Moves what stands at one place to a place in {@code other}, which may be these. */
    void moveTo(Adjoints other, int from, int to) {
        var node = nodes[from];
        if (node == null || (other == this && from == to)) {
            return;
        }
        var array = array(from);
        double scalar = scalars[from];
        nodes[from] = null;
        scalars[from] = 0;
        if (array != null) {
            setArray(from, null);
        }
        other.put(to, node);
        other.scalars[to] = scalar;
        if (array != null) {
            other.setArray(to, array);
        }
    }
}
