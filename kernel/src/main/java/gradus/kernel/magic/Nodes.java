package gradus.kernel.magic;

import gradus.autograd.Node;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import org.jspecify.annotations.Nullable;

/** Arguments that are Java expressions for a node of the graph. */
final class Nodes {

    private Nodes() {}

    /**
     * The node that the expression gives.
     *
     * @throws CellFailure if the expression does not compile or throws
     * @throws IllegalArgumentException if it gives anything but a node
     */
    static Node eval(Session session, String expression) throws CellFailure {
        var value = session.eval(expression);
        if (value instanceof Node node) {
            return node;
        }
        throw new IllegalArgumentException(
                expression + " is " + described(value) + ", and a Var or a Tensor is needed here");
    }

    private static String described(@Nullable Object value) {
        return value == null
                ? "null, or has no value"
                : "of class " + value.getClass().getTypeName();
    }
}
