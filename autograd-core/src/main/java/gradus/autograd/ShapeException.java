package gradus.autograd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shapes that do not go together. It knows the op and the operands, so that the computation can be drawn up to the place
 * where it failed.
 *
 * <pre>{@code
 * var w = Tensor.zeros(2, 3).named("W");
 * try {
 *     w.matmul(w);
 * } catch (ShapeException e) {
 *     e.trace().forward().get(0).numbers()   // W: 2×3
 * }
 * }</pre>
 */
public final class ShapeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Op op;
    private final transient List<Node> operands;
    private final transient int[] settings;

    /** @param op the op, where it is one of the catalogue */
    ShapeException(String name, @Nullable Op op, List<? extends Node> operands, int[] settings, String message) {
        super(message);
        this.op = op == null ? GivenOp.unknown(name, operands.size()) : op;
        this.operands = List.copyOf(operands);
        this.settings = settings;
    }

    /**
     * Of an op without settings, or of a function that is no op itself.
     *
     * @param name what failed, such as {@code matmul}
     * @param op the op of that name in the catalogue; null if there is none
     * @param message what was given, what is needed, what to do
     */
    public ShapeException(String name, @Nullable Op op, String message, Node... operands) {
        this(name, op, List.of(operands), Node.NONE, message);
    }

    /** The op that failed. */
    public Op op() {
        return op;
    }

    /** What it was applied to, in order. */
    public List<Node> operands() {
        return operands;
    }

    /**
     * All that led to the failing op, without a sweep. Its root is the failing op, whose value is NaN and which has a
     * {@link Remark.Kind#FAILED} with the message.
     */
    public Trace trace() {
        var end = new GivenVar(op, settings, Double.NaN, operands.toArray(Node[]::new));
        var trace = Trace.forwardOf(end);
        return trace.with(List.of(Remark.of(Remark.Kind.FAILED, trace.root(), String.valueOf(getMessage()))));
    }
}
