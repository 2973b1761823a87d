package gradus.kernel.magic;

import gradus.autograd.Node;
import gradus.autograd.UnaryOp;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an argument of a magic stands for. */
final class Given {

    private Given() {}

    /**
     * The value of an expression.
     *
     * @param needed the class that is needed, in words: {@code a Var or a Tensor}
     * @throws IllegalArgumentException if the expression gives anything else
     */
    static <T> T of(Session session, String expression, Class<T> type, String needed) throws CellFailure {
        var value = session.eval(expression);
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        var given = value == null
                ? "null, or has no value"
                : "of class " + value.getClass().getTypeName();
        throw new IllegalArgumentException(expression + " is " + given + ", and " + needed + " is needed here");
    }

    /** Several nodes. */
    static Node[] nodes(Session session, List<String> expressions) throws CellFailure {
        var nodes = new Node[expressions.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = of(session, expressions.get(i), Node.class, "a Var or a Tensor");
        }
        return nodes;
    }

    /**
     * An activation by its name.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    static UnaryOp op(String id) {
        return Arrays.stream(UnaryOp.values())
                .filter(op -> op.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " is no activation; these are: "
                        + Arrays.stream(UnaryOp.values()).map(UnaryOp::id).collect(Collectors.joining(", "))));
    }
}
