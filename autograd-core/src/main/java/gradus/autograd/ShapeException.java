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
 *     System.out.println(e.trace().forward().get(0).numbers());   // W: 2×3 ⟶ ✗
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
     * The failing op as a node, so that it can be drawn with all that led to it. Its value is NaN, and its trace has a
     * {@link Remark.Kind#FAILED} with the message; it is no part of any computation.
     */
    public Node node() {
        var end = new GivenVar(op, settings, Double.NaN, operands.toArray(Node[]::new));
        int last = Sweep.order(end).length - 1;
        RemarkBook.put(end, List.of(Remark.of(Remark.Kind.FAILED, last, String.valueOf(getMessage()))));
        return end;
    }

    /** All that led to the failing op, without a sweep: the trace of {@link #node()}. */
    public Trace trace() {
        return Trace.forwardOf(node());
    }
}
