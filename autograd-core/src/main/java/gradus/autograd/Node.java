package gradus.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A node of the computation graph: a value, what made it, and the gradient that sweeps have brought.
 *
 * <p>A node without an op is a leaf: an input, or a constant, which takes no gradient. Operands keep their order, and a
 * node that is used twice is an operand twice.
 */
public abstract sealed class Node permits Var, Tensor {

    private static final AtomicLong CLOCK = new AtomicLong();

    /** What is known of the gradient: no sweep has come by, it was set to zero, a sweep has reached it. */
    enum GradState {
        NONE,
        ZEROED,
        REACHED
    }

    private final @Nullable Op op;
    private final boolean requiresGrad;
    private GradState gradState = GradState.NONE;
    private @Nullable String name;

    /**
     * When the value came to be, on a clock that ticks once a node. An operand is older than its result; where it is
     * younger, its value was changed after it was used.
     */
    private long stamp = CLOCK.getAndIncrement();

    /** The node's place in the graph that is being swept; meaningless outside of it. Guarded by {@link Sweep}'s lock. */
    int place;

    Node(@Nullable Op op, boolean requiresGrad) {
        this.op = op;
        this.requiresGrad = requiresGrad;
    }

    /** The op that made this node; null for a leaf. */
    public final @Nullable Op op() {
        return op;
    }

    /** Whether sweeps bring a gradient here: true for inputs and for whatever is computed from one. */
    public final boolean requiresGrad() {
        return requiresGrad;
    }

    /** Whether no op made this node: it is an input or a constant. */
    public final boolean isLeaf() {
        return op == null;
    }

    /** Whether this node is a number that was written into the program, and takes no gradient. */
    public final boolean isConstant() {
        return op == null && !requiresGrad;
    }

    /** The number of operands; 0 for a leaf. */
    abstract int arity();

    /** Operand i, from 0. */
    abstract Node operand(int i);

    /** The operands in their order; a node that is used twice stands here twice. */
    public final List<Node> operands() {
        var all = new ArrayList<Node>(arity());
        for (int i = 0; i < arity(); i++) {
            all.add(operand(i));
        }
        return List.copyOf(all);
    }

    /** The lengths of the axes; {@link Shape#SCALAR} for a {@link Var}. */
    public abstract Shape shape();

    /** The elements of the value, row-major. For a tensor its own array: the caller must not write into it. */
    abstract double[] elements();

    /** The elements of the gradient, row-major; a copy. Zeros where none has arrived. */
    abstract double[] gradElements();

    /** Adds to the gradient. */
    abstract void accumulate(double[] adjoint);

    abstract void clearGrad();

    /** Whether a sweep has reached this node since it was made or zeroed. */
    public final boolean hasGrad() {
        return gradState == GradState.REACHED;
    }

    /** Sets the gradient of this node to zero, so that the next sweep starts afresh (row 4.7). */
    public final void zeroGrad() {
        clearGrad();
        gradState = GradState.ZEROED;
    }

    final void reached() {
        gradState = GradState.REACHED;
    }

    /** @throws IllegalStateException if there is no gradient to read: "not reached" is not 0 */
    final void requireGrad() {
        if (gradState != GradState.NONE) {
            return;
        }
        if (!requiresGrad) {
            throw new IllegalStateException(describe() + " is a constant: it takes no gradient");
        }
        throw new IllegalStateException(
                describe()
                        + " has no gradient yet: no backward() has reached it. Call backward() on a result that is computed from it");
    }

    /** The name under which this node appears in pictures and messages; null if it has none. */
    public final @Nullable String name() {
        return name;
    }

    /**
     * Gives the node a name unless it has one.
     *
     * @return whether the node took it
     */
    public final boolean nameIfUnnamed(String candidate) {
        if (name != null || isConstant()) {
            return false;
        }
        name = candidate;
        return true;
    }

    final void rename(String newName) {
        name = newName;
    }

    final long stamp() {
        return stamp;
    }

    /** The value is another one from now on; what was computed from the old one is out of date. */
    final void restamp() {
        stamp = CLOCK.getAndIncrement();
    }

    /**
     * @throws IllegalStateException if the operand's value is younger than this node, which was computed from the old one
     */
    final void checkUnchanged(Node operand) {
        if (operand.stamp > stamp) {
            throw new IllegalStateException("backward: the value of " + operand.describe() + " was changed after "
                    + describe() + " was computed from it, so the gradients would be wrong. Compute the result again,"
                    + " then call backward()");
        }
    }

    /** How messages speak of this node: by its name, or by what it is. */
    final String describe() {
        if (name != null) {
            return name;
        }
        var kind = this instanceof Var ? "a Var" : "a " + shape() + " Tensor";
        return op == null ? kind + " without a name" : kind + " made by " + op.id();
    }

    /**
     * Adds ∂(this)/∂x to the gradient of every node x that this one was computed from.
     *
     * @throws IllegalStateException if this node is not a scalar, if it is computed from no input, or if a value was
     *     changed after it was used
     */
    public final void backward() {
        if (shape().size() != 1) {
            throw new IllegalStateException("backward: " + describe() + " has the shape " + shape()
                    + ", and a sweep starts from a scalar. Call sum() or mean() first, or give backward(…) an upstream"
                    + " gradient of shape " + shape());
        }
        Sweep.accumulate(this, new double[] {1});
    }
}
