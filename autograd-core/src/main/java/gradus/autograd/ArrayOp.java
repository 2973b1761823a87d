package gradus.autograd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An op whose result does not come element by element. Its Jacobian is never formed: the op gives its vector–Jacobian
 * product, the contribution to an operand for an upstream gradient z̄.
 *
 * <p>That product is written with nodes. A sweep computes it without recording; where it is recorded, gradients have
 * gradients.
 *
 * <p>Beside its operands an op may take settings: whole numbers such as an axis, the bounds of a slice, or a shape.
 */
public sealed interface ArrayOp extends Op permits MatrixOp, ReduceOp, LayoutOp, SoftmaxOp, CustomOp {

    /**
     * The shape of the result.
     *
     * @throws IllegalArgumentException if the operands' shapes do not go together; the message names operands, shapes
     *     and axis
     */
    Shape shape(Call call);

    /** The elements of the result, row-major, in an array of its own. */
    double[] value(Call call);

    /**
     * The vector–Jacobian product: what the upstream gradient contributes to the adjoint of operand i, of its shape; null
     * for nothing.
     *
     * @param z the node that the op made
     * @param upstream its adjoint, a tensor of its shape
     */
    @Nullable
    Node vjp(int i, Node z, Tensor upstream);

    /** Points at which tests compare the op with central differences. */
    List<Sample> samples();

    /** Whether the result is a {@link Var}. */
    default boolean isScalar(int[] settings) {
        return false;
    }

    @Override
    default boolean isElementwise() {
        return false;
    }

    /**
     * The op applied to nodes.
     *
     * @throws ShapeException if their shapes do not go together
     */
    default Node of(int[] settings, Node... operands) {
        var call = new Call(List.of(operands), settings);
        Shape shape;
        try {
            shape = shape(call);
        } catch (IllegalArgumentException e) {
            throw new ShapeException(id(), this, call.operands(), settings, String.valueOf(e.getMessage()));
        }
        return node(shape, settings, value(call), operands);
    }

    /** The node of a result that is computed already. */
    default Node node(Shape shape, int[] settings, double[] value, Node... operands) {
        boolean recorded = Node.isRecorded(operands);
        if (isScalar(settings)) {
            return recorded ? new ArrayVar(this, settings, value[0], operands) : Var.constant(value[0]);
        }
        return recorded ? new Tensor(this, shape, value, settings, operands) : Tensor.constant(shape, value);
    }

    /** {@link #of}, where the result is known to be a tensor. */
    default Tensor tensor(int[] settings, Node... operands) {
        return (Tensor) of(settings, operands);
    }

    /** {@link #of}, where the result is known to be a scalar. */
    default Var scalar(int[] settings, Node... operands) {
        return (Var) of(settings, operands);
    }
}
