package gradus.autograd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The results whose gradients a sweep has written on its way, so that a sweep that fails can take them back. */
final class Journal {

    private Node[] written;
    private int size;

    /** What was there before; none of these arrays as long as no result had met a sweep. */
    private Node.GradState @Nullable [] states;

    private double[] scalars = {};
    private double @Nullable [] @Nullable [] arrays;

    /** With room for so many; it grows as needed. */
    Journal(int room) {
        written = new Node[room];
    }

    int size() {
        return size;
    }

    /** To be called before the gradient of the node is written. */
    void add(Node node) {
        if (size == written.length) {
            written = Arrays.copyOf(written, 2 * size);
        }
        written[size] = node;
        if (node.gradState() != Node.GradState.NONE) {
            keep(node);
        }
        size++;
    }

    private void keep(Node node) {
        if (states == null) {
            states = new Node.GradState[written.length];
            scalars = new double[written.length];
            arrays = new double[written.length][];
        } else if (states.length < written.length) {
            states = Arrays.copyOf(states, written.length);
            scalars = Arrays.copyOf(scalars, written.length);
            arrays = Arrays.copyOf(java.util.Objects.requireNonNull(arrays), written.length);
        }
        states[size] = node.gradState();
        if (node instanceof Var scalar) {
            scalars[size] = scalar.gradOrZero();
        } else if (arrays != null && node.hasGrad()) {
            arrays[size] = node.gradElements();
        }
    }

    /** All gradients as they were. */
    void undo() {
        for (int i = 0; i < size; i++) {
            var state = states == null || i >= states.length ? null : states[i];
            written[i].restoreGrad(
                    state == null ? Node.GradState.NONE : state,
                    state == null || arrays == null
                            ? null
                            : written[i] instanceof Var ? new double[] {scalars[i]} : arrays[i]);
        }
    }
}
