package gradus.autograd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Nodes at numbered places, and what a sweep has brought to each so far. */
final class Adjoints {

    @Nullable
    Node[] nodes = new Node[16];

    double[] scalars = new double[16];
    private double @Nullable [] @Nullable [] arrays;

    /** One more than the highest place that is taken. */
    int size;

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
