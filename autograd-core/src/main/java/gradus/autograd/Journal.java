package gradus.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results whose gradients a sweep has written on its way, so that a sweep that fails can take them back. */
final class Journal {

    private Node[] written = new Node[64];
    private int size;
    private final List<Before> before = new ArrayList<>();

    /** A gradient that was there before the sweep; null elements where there was none. */
    private record Before(
            Node node, Node.GradState state, @Nullable Value grad) {}

    /** To be called before the gradient of the node is written. */
    void add(Node node) {
        if (size == written.length) {
            written = Arrays.copyOf(written, 2 * size);
        }
        written[size++] = node;
        // Rare: most results have met no sweep before.
        if (node.gradState() != Node.GradState.NONE) {
            before.add(new Before(node, node.gradState(), Value.gradientOf(node)));
        }
    }

    /** All gradients as they were. */
    void undo() {
        for (int i = 0; i < size; i++) {
            written[i].restoreGrad(Node.GradState.NONE, null);
        }
        before.forEach(b -> b.node.restoreGrad(b.state, b.grad == null ? null : b.grad.toArray()));
    }
}
