package gradus.autograd;

import java.util.ArrayList;
import java.util.List;

/**
 * An operation z = op(x, y, …): an entry of the catalogue.
 *
 * <p>All that is known of an op stands in its one declaration, a constant of {@link UnaryOp}, {@link BinaryOp}, {@link
 * NaryOp} or {@link ArrayOp}: forward rule, local gradients, their formulas, the domain, what happens at kinks and at
 * the edges, and the points at which tests compare it with central differences. Engine, trace, pictures and tests read
 * the catalogue; none of them knows an op by name.
 *
 * <p>Formulas are templates in which {@code {x}}, {@code {y}}, … stand for the operands, {@code {z}} for the result and
 * {@code {z̄}} for its adjoint.
 */
public sealed interface Op permits UnaryOp, BinaryOp, NaryOp, ArrayOp {

    /** {@link #arity()} of an op that takes any number of operands. */
    int VARIADIC = -1;

    /** The name of the fluent method and of the op in every output, such as {@code mul}. */
    String id();

    /** What is written into the node of a drawing, such as {@code ·}. */
    String symbol();

    /** The number of operands, or {@link #VARIADIC}. */
    int arity();

    /** The inputs for which the value is finite, in words or as an interval, such as {@code x > 0}. */
    String domain();

    /** What the local gradient is where the op is not differentiable or not finite; empty where there is no such place. */
    String edges();

    /**
     * The right-hand side of z = …, written with the given operands.
     *
     * @param operands names or numbers, as many as there are operands
     */
    String expression(List<String> operands);

    /**
     * The formula of the local gradient ∂z/∂(operand i); for an op on arrays the formula of the whole vector–Jacobian
     * product, see {@link #isElementwise()}.
     *
     * @param i which operand, from 0
     * @param operands names or numbers of all operands
     * @param result name or number of z
     */
    String gradient(int i, List<String> operands, String result);

    /**
     * Whether the contribution to an operand is the upstream gradient times a local gradient, element by element. Where
     * it is not, {@link #gradient} writes out the vector–Jacobian product, with {@code {z̄}} for the upstream gradient.
     */
    default boolean isElementwise() {
        return true;
    }

    /** Every op there is, in the order in which the rule sheet lists them. */
    static List<Op> catalogue() {
        var all = new ArrayList<Op>();
        all.addAll(List.of(UnaryOp.values()));
        all.addAll(List.of(BinaryOp.values()));
        all.addAll(List.of(NaryOp.values()));
        all.addAll(List.of(ArrayOp.values()));
        return List.copyOf(all);
    }
}
