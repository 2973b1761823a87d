package gradus.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An operation z = op(x, y, …): an entry of the catalogue.
 *
 * <p>All that is known of an op stands in its one declaration, a constant of {@link UnaryOp}, {@link BinaryOp}, {@link
 * NaryOp}, {@link MatrixOp}, {@link ReduceOp},
 * {@link LayoutOp} or {@link SoftmaxOp}: forward rule, local gradients, their formulas, the domain, what happens at kinks and at
 * the edges, and the points at which tests compare it with central differences. Engine, trace, pictures and tests read
 * the catalogue; none of them knows an op by name.
 */
public sealed interface Op permits UnaryOp, BinaryOp, NaryOp, ArrayOp, GivenOp {

    /** {@link #arity()} of an op that takes any number of operands. */
    int VARIADIC = -1;

    /** What is written of the op: symbol, arity, formulas, domain. */
    Rule rule();

    /** The name of the constant; every op is a constant of an enum. */
    String name();

    /** The name of the fluent method and of the op in every output, such as {@code mul}. */
    default String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@link Rule#symbol}. */
    default String symbol() {
        return rule().symbol();
    }

    /** {@link Rule#arity}. */
    default int arity() {
        return rule().arity();
    }

    /**
     * The right-hand side of z = …, written with the given operands.
     *
     * @param operands names or numbers, as many as there are operands
     */
    default String expression(List<String> operands) {
        return Rule.write(rule().formula(), operands, "z");
    }

    /** {@link #expression(List)} for an op that is told more than its operands, such as an axis. */
    default String expression(List<String> operands, int[] settings) {
        return expression(operands);
    }

    /**
     * The formula of the local gradient ∂z/∂(operand i); for an op on arrays the formula of the whole vector–Jacobian
     * product, see {@link #isElementwise()}.
     *
     * @param i which operand, from 0
     * @param operands names or numbers of all operands
     * @param result name or number of z
     */
    default String gradient(int i, List<String> operands, String result) {
        return Rule.write(rule().gradients().get(i), operands, result);
    }

    /**
     * Whether the contribution to an operand is the upstream gradient times a local gradient, element by element. Where
     * it is not, {@link #gradient} writes out the vector–Jacobian product, with {@code {z̄}} for the upstream gradient.
     */
    default boolean isElementwise() {
        return true;
    }

    /**
     * The same in words of programming languages; null for an op that only puts elements elsewhere and adds them up, and
     * for a student's own function.
     */
    @Nullable
    Code code();

    /**
     * Where the lines lie over which {@link #code} runs.
     *
     * @param operands their shapes
     * @param result its shape
     * @param settings what the op is told beside its operands
     */
    default Lines lines(List<Shape> operands, Shape result, int... settings) {
        return Lines.elementwise(result, operands);
    }

    /** Every op there is, in the order in which the rule sheet lists them. */
    static List<Op> catalogue() {
        var all = new ArrayList<Op>();
        all.addAll(List.of(UnaryOp.values()));
        all.addAll(List.of(BinaryOp.values()));
        all.addAll(List.of(NaryOp.values()));
        all.addAll(List.of(MatrixOp.values()));
        all.addAll(List.of(ReduceOp.values()));
        all.addAll(List.of(SoftmaxOp.values()));
        all.addAll(List.of(LayoutOp.values()));
        return List.copyOf(all);
    }
}
