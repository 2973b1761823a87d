package gradus.autograd;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the computation graph: a value, what made it, and the gradient that sweeps have brought.
 *
 * <p>A node without an op is a leaf: an input, or a constant, which takes no gradient. Operands keep their order, and a
 * node that is used twice is an operand twice.
 */
public abstract sealed class Node permits Var, Tensor {

    /** Settings of an op that has none. */
    static final int[] NONE = {};

    /** What is known of the gradient: no sweep has come by, it was set to zero, a sweep has reached it. */
    enum GradState {
        NONE,
        ZEROED,
        REACHED
    }

    private final @Nullable Op op;
    private boolean requiresGrad;
    private GradState gradState = GradState.NONE;
    private @Nullable String name;

    /** Whether a step has used the gradient, and nothing has set it to zero since. */
    private boolean gradUsed;

    /**
     * When the value came to be, on a clock that ticks once a node. An operand is older than its result; where it is
     * younger, its value was changed after it was used.
     */
    private long stamp;

    /** The node's place in the graph that is being swept; meaningless outside of it. Guarded by {@link Sweep}'s lock. */
    int place;

    /** A leaf: an input, or a constant. */
    Node(boolean requiresGrad) {
        this.op = null;
        this.requiresGrad = requiresGrad;
        this.stamp = Recorder.current().stamp();
    }

    /** What an op made of operands of which at least one requires a gradient. */
    Node(Op op, long stamp) {
        this.op = op;
        this.requiresGrad = true;
        this.stamp = stamp;
        OpLog.note(this);
    }

    /** Whether a result of these operands is to remember them. */
    static boolean isRecorded(Node... operands) {
        if (Recorder.current().isOn()) {
            for (var operand : operands) {
                if (operand.requiresGrad) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A stamp younger than those of the operands. */
    static long stampAfter(Node... operands) {
        long youngest = 0;
        for (var operand : operands) {
            youngest = Math.max(youngest, operand.stamp);
        }
        return Recorder.current().stampAfter(youngest);
    }

    /** The op that made this node; null for a leaf. */
    public final @Nullable Op op() {
        return op;
    }

    /** Whether sweeps bring a gradient here: true for inputs and for whatever is computed from one. */
    public final boolean requiresGrad() {
        return requiresGrad;
    }

    /**
     * Makes a leaf an input or a constant. What was computed from it before stays as it was recorded.
     *
     * @throws IllegalStateException if this node was computed: it takes a gradient because an operand does
     */
    public Node requiresGrad(boolean required) {
        if (op != null) {
            throw new IllegalStateException("requiresGrad: " + describe()
                    + " was computed, and takes a gradient because its operands do. Use detach()");
        }
        requiresGrad = required;
        return this;
    }

    /** What made this node, as other libraries' {@code grad_fn}; null for a leaf (row 4.4). */
    public final @Nullable GradFn gradFn() {
        return op == null ? null : new GradFn(op, operands());
    }

    /** This value as a number written into the program: without history, name and gradient (row 4.6). */
    public abstract Node detach();

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

    /**
     * The number of an axis that may count from the end.
     *
     * @throws ShapeException if there is no such axis
     */
    final int axisNumber(String who, int axis) {
        try {
            return shape().axisNumber(who, axis);
        } catch (IllegalArgumentException e) {
            throw new ShapeException(who, null, String.valueOf(e.getMessage()), this);
        }
    }

    /** What the op was told beside its operands, such as an axis; see {@link ArrayOp}. */
    int[] settings() {
        return NONE;
    }

    /** The elements of the value, row-major. For a tensor its own array: the caller must not write into it. */
    abstract double[] elements();

    /** The elements of the gradient, row-major; a copy. Zeros where none has arrived. */
    abstract double[] gradElements();

    /** Adds to the gradient; the array belongs to the node from now on. */
    abstract void accumulate(double[] adjoint);

    /**
     * Adds z̄ to the gradient of this node z, and x̄ += z̄ · ∂z/∂x for each operand x.
     *
     * @param place where the sweep has z̄, which is complete
     */
    abstract void passOn(Sweep sweep, int place);

    abstract void clearGrad();

    final GradState gradState() {
        return gradState;
    }

    /** Makes the gradient what it was: these elements, or none. */
    final void restoreGrad(GradState state, double @Nullable [] grad) {
        clearGrad();
        if (grad != null) {
            accumulate(grad);
        }
        gradState = state;
    }

    /** Whether a sweep has reached this node since it was made or zeroed. */
    public final boolean hasGrad() {
        return gradState == GradState.REACHED;
    }

    /** Sets the gradient of this node to zero, so that the next sweep starts afresh (row 4.7). */
    public final void zeroGrad() {
        clearGrad();
        gradState = GradState.ZEROED;
        gradUsed = false;
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

    /**
     * What comes before each change of a leaf's value.
     *
     * @throws IllegalStateException if this node was computed, and so has the value that its operands give it
     */
    final void requireLeaf() {
        if (!isLeaf()) {
            throw new IllegalStateException(
                    describe() + " was computed: set the inputs it was computed from, and compute it again");
        }
        OpLog.settle();
    }

    /**
     * Gives each element of an input a new value, in place and without garbage: what an optimizer's step does. What was
     * computed from it before is out of date, and a sweep over it is refused.
     *
     * <pre>{@code
     * var x = new Var(3);
     * x.pow(2).backward();
     * x.step((k, value, gradient) -> value - 0.1 * gradient);   // x ← x − α·x̄
     * x.value()                                                 // 3 − 0.1·6 ⇒ 2.4
     * }</pre>
     *
     * @throws IllegalStateException if this node was computed, or no sweep has brought a gradient
     */
    public final void step(StepRule rule) {
        requireLeaf();
        requireGrad();
        if (gradUsed) {
            Warnings.tell(
                    Warning.STEP_WITHOUT_ZERO_GRAD,
                    () -> "step: the gradient of " + describe()
                            + " still holds what an earlier step has used. Call zeroGrad() before each backward()");
        }
        gradUsed = true;
        int k = move(rule);
        restamp();
        if (k >= 0) {
            Warnings.tell(
                    Warning.NOT_FINITE,
                    () -> "step: the gradient of " + describe() + " is " + Numbers.brief(gradElements()[k])
                            + FirstNonFinite.element(shape(), k) + ". FirstNonFinite.of(loss) tells where that began");
        }
    }

    /**
     * Carries out the rule on each element.
     *
     * @return the number of the last element whose gradient is not finite; −1 if there is none
     */
    abstract int move(StepRule rule);

    /** The value is another one from now on; what was computed from the old one is out of date. */
    final void restamp() {
        stamp = Recorder.current().stampAfter(stamp);
    }

    /** The stamp of a moment when this node had another value; see {@link #stamp()}. */
    final void stampBack(long earlier) {
        stamp = earlier;
    }

    /**
     * @throws IllegalStateException if the operand's value is younger than this node, which was computed from the old one
     */
    final void checkUnchanged(Node operand) {
        if (operand.stamp > stamp) {
            throw changed(operand);
        }
    }

    final IllegalStateException changed(Node operand) {
        return new IllegalStateException("backward: the value of " + operand.describe() + " was changed after "
                + describe() + " was computed from it, so the gradients would be wrong. Compute the result again,"
                + " then call backward()");
    }

    /** How messages speak of this node: by its name, or by what it is. */
    public final String describe() {
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
        warnIfNotFinite();
        Sweep.accumulate(this, new double[] {1});
    }

    /** A sweep from NaN brings NaN, everywhere: says where it began. */
    final void warnIfNotFinite() {
        int k = FirstNonFinite.firstIn(elements());
        if (k >= 0) {
            Warnings.tell(
                    Warning.NOT_FINITE,
                    () -> "backward: " + describe() + " is " + Numbers.brief(elements()[k])
                            + FirstNonFinite.element(shape(), k) + ". " + FirstNonFinite.of(this));
        }
    }
}
