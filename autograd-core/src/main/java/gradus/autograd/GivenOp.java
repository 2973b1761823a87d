package gradus.autograd;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of which only its value and its local gradients at one point are known: z = f(x, …), ∂z/∂xᵢ = dᵢ. Not of the
 * catalogue: whoever gives the numbers answers for them.
 *
 * <pre>{@code
 * var x = new Var(2, "x");
 * var f = GivenOp.at("cube", 8, new double[] {12}, x);   // x³ and 3x²
 * f.backward();
 * x.grad()                                               // ⇒ 12.0
 * }</pre>
 */
public final class GivenOp implements Op {

    private final String name;
    private final int arity;
    private final double @Nullable [] locals;

    private GivenOp(String name, int arity, double @Nullable [] locals) {
        this.name = name;
        this.arity = arity;
        this.locals = locals;
    }

    /**
     * The node z with this value and these local gradients.
     *
     * @throws IllegalArgumentException if there are not as many local gradients as operands
     */
    public static Var at(String name, double value, double[] locals, Var... operands) {
        if (locals.length != operands.length) {
            throw new IllegalArgumentException(name + ": needs one local gradient for each operand, and was given "
                    + locals.length + " for " + operands.length);
        }
        return new GivenVar(new GivenOp(name, locals.length, locals.clone()), Node.NONE, value, operands.clone());
    }

    /** An op that did not come to a value. */
    static GivenOp unknown(String name, int arity) {
        return new GivenOp(name, arity, null);
    }

    /** Whether it came to a value. */
    boolean isKnown() {
        return locals != null;
    }

    /** ∂z/∂(operand i). */
    double local(int i) {
        return locals == null ? Double.NaN : locals[i];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String id() {
        return name;
    }

    @Override
    public Rule rule() {
        var gradients = new ArrayList<String>();
        for (int i = 0; i < arity; i++) {
            gradients.add(Numbers.brief(local(i)));
        }
        return new Rule(name, arity, "", gradients, "as given", "");
    }

    @Override
    public @Nullable Code code() {
        return null;
    }

    @Override
    public String expression(List<String> operands) {
        return name + "(" + String.join(", ", operands) + ")";
    }
}
