package gradus.autograd;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scalar node: the {@code Var} of the lectures (row 4.1).
 *
 * <p>Arithmetic on Vars computes at once and records what it did; {@link #backward()} then walks the record from the
 * result to the inputs.
 *
 * <pre>{@code
 * var x = new Var(2);
 * var y = new Var(3);
 * var f = x.mul(y).add(x.sin());   // f = x·y + sin x
 * f.backward();
 * f.value()                        // ⇒ 6.909297426825682
 * x.grad()                         // y + cos x ⇒ 2.5838531634528574
 * y.grad()                         // x ⇒ 2.0
 * }</pre>
 */
public sealed class Var extends Node permits NaryVar, ArrayVar, GivenVar {

    private double value;
    private double grad;
    private final @Nullable Var x;
    private final @Nullable Var y;

    /** An input with this value. */
    public Var(double value) {
        this(value, true);
    }

    /** An input with this value and name. */
    public Var(double value, String name) {
        this(value);
        rename(name);
    }

    private Var(double value, boolean requiresGrad) {
        super(requiresGrad);
        this.value = value;
        this.x = null;
        this.y = null;
    }

    private Var(Op op, double value, Var x, @Nullable Var y, long stamp) {
        super(op, stamp);
        this.value = value;
        this.x = x;
        this.y = y;
    }

    /** For subclasses, which keep their operands themselves. */
    Var(Op op, double value, long stamp) {
        super(op, stamp);
        this.value = value;
        this.x = null;
        this.y = null;
    }

    /** A number that takes no gradient. */
    public static Var constant(double value) {
        return new Var(value, false);
    }

    static Var apply(UnaryOp op, Var x) {
        var recorder = Recorder.current();
        double z = op.value(x.value);
        return x.requiresGrad() && recorder.isOn()
                ? new Var(op, z, x, null, recorder.stampAfter(x.stamp()))
                : constant(z);
    }

    static Var apply(BinaryOp op, Var x, Var y) {
        var recorder = Recorder.current();
        double z = op.value(x.value, y.value);
        return (x.requiresGrad() || y.requiresGrad()) && recorder.isOn()
                ? new Var(op, z, x, y, recorder.stampAfter(Math.max(x.stamp(), y.stamp())))
                : constant(z);
    }

    /** z = Σ xᵢ as one node (row 3.2). The sum of nothing is 0. */
    public static Var sum(Var... x) {
        return NaryVar.apply(NaryOp.SUM, x);
    }

    /** z = ∏ xᵢ as one node, with the right gradient where an operand is 0 (row 3.2). The product of nothing is 1. */
    public static Var product(Var... x) {
        return NaryVar.apply(NaryOp.PRODUCT, x);
    }

    /** z = this + y. */
    public Var add(Var y) {
        return apply(BinaryOp.ADD, this, y);
    }

    /** z = this + y. */
    public Var add(double y) {
        return add(constant(y));
    }

    /** this + y, for each element of y. */
    public Tensor add(Tensor y) {
        return Tensor.apply(BinaryOp.ADD, this, y);
    }

    /** z = this − y. */
    public Var sub(Var y) {
        return apply(BinaryOp.SUB, this, y);
    }

    /** z = this − y. */
    public Var sub(double y) {
        return sub(constant(y));
    }

    /** this − y, for each element of y. */
    public Tensor sub(Tensor y) {
        return Tensor.apply(BinaryOp.SUB, this, y);
    }

    /** z = this · y. */
    public Var mul(Var y) {
        return apply(BinaryOp.MUL, this, y);
    }

    /** z = this · y. */
    public Var mul(double y) {
        return mul(constant(y));
    }

    /** this · y, for each element of y. */
    public Tensor mul(Tensor y) {
        return Tensor.apply(BinaryOp.MUL, this, y);
    }

    /** z = this / y. */
    public Var div(Var y) {
        return apply(BinaryOp.DIV, this, y);
    }

    /** z = this / y. */
    public Var div(double y) {
        return div(constant(y));
    }

    /** this / y, for each element of y. */
    public Tensor div(Tensor y) {
        return Tensor.apply(BinaryOp.DIV, this, y);
    }

    /** z = thisʸ, see {@link BinaryOp#POW}. */
    public Var pow(Var y) {
        return apply(BinaryOp.POW, this, y);
    }

    /** z = thisʸ, see {@link BinaryOp#POW}. */
    public Var pow(double y) {
        return pow(constant(y));
    }

    /** thisʸ, for each element of y. */
    public Tensor pow(Tensor y) {
        return Tensor.apply(BinaryOp.POW, this, y);
    }

    /** z = max(this, y), see {@link BinaryOp#MAX}. */
    public Var max(Var y) {
        return apply(BinaryOp.MAX, this, y);
    }

    /** z = max(this, y), see {@link BinaryOp#MAX}. */
    public Var max(double y) {
        return max(constant(y));
    }

    /** max(this, y), for each element of y. */
    public Tensor max(Tensor y) {
        return Tensor.apply(BinaryOp.MAX, this, y);
    }

    /** z = min(this, y), see {@link BinaryOp#MIN}. */
    public Var min(Var y) {
        return apply(BinaryOp.MIN, this, y);
    }

    /** z = min(this, y), see {@link BinaryOp#MIN}. */
    public Var min(double y) {
        return min(constant(y));
    }

    /** min(this, y), for each element of y. */
    public Tensor min(Tensor y) {
        return Tensor.apply(BinaryOp.MIN, this, y);
    }

    /** z = −this. */
    public Var neg() {
        return apply(UnaryOp.NEG, this);
    }

    /** z = 1/this. */
    public Var inv() {
        return apply(UnaryOp.INV, this);
    }

    /** z = e^this. */
    public Var exp() {
        return apply(UnaryOp.EXP, this);
    }

    /** z = ln this. */
    public Var log() {
        return apply(UnaryOp.LOG, this);
    }

    /** z = sin this, in radians. */
    public Var sin() {
        return apply(UnaryOp.SIN, this);
    }

    /** z = cos this, in radians. */
    public Var cos() {
        return apply(UnaryOp.COS, this);
    }

    /** z = tan this, in radians. */
    public Var tan() {
        return apply(UnaryOp.TAN, this);
    }

    /** z = tanh this. */
    public Var tanh() {
        return apply(UnaryOp.TANH, this);
    }

    /** z = σ(this) = 1/(1 + e^−this). */
    public Var sigmoid() {
        return apply(UnaryOp.SIGMOID, this);
    }

    /** z = max(0, this), see {@link UnaryOp#RELU}. */
    public Var relu() {
        return apply(UnaryOp.RELU, this);
    }

    /** z = √this, see {@link UnaryOp#SQRT}. */
    public Var sqrt() {
        return apply(UnaryOp.SQRT, this);
    }

    /** z = |this|, see {@link UnaryOp#ABS}. */
    public Var abs() {
        return apply(UnaryOp.ABS, this);
    }

    /** The number that this node holds. */
    public double value() {
        return value;
    }

    /**
     * Gives an input another value, as an optimizer's step does. What was computed from it before is out of date, and a
     * sweep over it is refused.
     *
     * @throws IllegalStateException if this node was computed, and so has the value that its operands give it
     */
    public void set(double newValue) {
        requireLeaf();
        value = newValue;
        restamp();
    }

    /**
     * The adjoint ∂L/∂(this), summed over all sweeps since it was made or zeroed.
     *
     * @throws IllegalStateException if no sweep has reached this node
     */
    public double grad() {
        requireGrad();
        return grad;
    }

    /**
     * The operands with their local gradients ∂(this)/∂(child), in order: the lectures' {@code children}. Empty for a
     * leaf.
     *
     * @throws IllegalStateException if an operand is a {@link Tensor}, whose local gradient is an array
     */
    public List<Child> children() {
        var children = new ArrayList<Child>(arity());
        for (int i = 0; i < arity(); i++) {
            if (!(operand(i) instanceof Var child)) {
                throw new IllegalStateException("children: " + describe() + " is computed from "
                        + operand(i).describe() + ", whose local gradient is an array. Use operands()");
            }
            children.add(new Child(local(i), child));
        }
        return List.copyOf(children);
    }

    /**
     * An operand and the local gradient towards it.
     *
     * @param localGradient ∂z/∂(child) at the values of the forward pass
     * @param child the operand
     */
    public record Child(double localGradient, Var child) {
        /** The pair, as the lectures write it: {@code (3.0, y = 2.0)}. */
        @Override
        public String toString() {
            return "(" + localGradient + ", " + child + ")";
        }
    }

    /** ∂(this)/∂(operand i), for an op on scalars. */
    double local(int i) {
        if (op() instanceof BinaryOp binary && x != null && y != null) {
            return i == 0 ? binary.localX(x.value, y.value, value) : binary.localY(x.value, y.value, value);
        }
        if (op() instanceof UnaryOp unary && x != null) {
            return unary.local(x.value, value);
        }
        throw new IllegalStateException(describe() + " has no scalar local gradient");
    }

    @Override
    void passOn(Sweep sweep, int place) {
        double upstream = sweep.take(this, place);
        if (op() instanceof BinaryOp binary && x != null && y != null) {
            if (x.requiresGrad()) {
                sweep.add(this, x, upstream * binary.localX(x.value, y.value, value));
            } else {
                sweep.check(this, x);
            }
            if (y.requiresGrad()) {
                sweep.add(this, y, upstream * binary.localY(x.value, y.value, value));
            } else {
                sweep.check(this, y);
            }
        } else if (op() instanceof UnaryOp unary && x != null) {
            sweep.add(this, x, upstream * unary.local(x.value, value));
        }
    }

    /** {@link #backward()}, by the name that the lectures use. */
    public void calcGrad() {
        backward();
    }

    /**
     * Adds upstream · ∂(this)/∂x to the gradient of every node x that this one was computed from.
     *
     * @param upstream the upstream gradient, 1 for the derivative of this node itself
     */
    public void backward(double upstream) {
        warnIfNotFinite();
        Sweep.accumulate(this, new double[] {upstream});
    }

    /** {@link #backward(double)}, by the name that the lectures use. */
    public void calcGrad(double upstream) {
        backward(upstream);
    }

    @Override
    public Var requiresGrad(boolean required) {
        super.requiresGrad(required);
        return this;
    }

    @Override
    public Var detach() {
        return constant(value);
    }

    /** Names this node for pictures and messages. */
    public Var named(String name) {
        rename(name);
        return this;
    }

    @Override
    public Shape shape() {
        return Shape.SCALAR;
    }

    @Override
    int arity() {
        return y != null ? 2 : x != null ? 1 : 0;
    }

    @Override
    Node operand(int i) {
        var operand = i == 0 ? x : y;
        if (operand == null) {
            throw new IndexOutOfBoundsException("operand " + i + " of " + arity());
        }
        return operand;
    }

    @Override
    double[] elements() {
        return new double[] {value};
    }

    @Override
    double[] gradElements() {
        return new double[] {grad};
    }

    @Override
    void accumulate(double[] adjoint) {
        accumulate(adjoint[0]);
    }

    void accumulate(double adjoint) {
        grad += adjoint;
        reached();
    }

    double gradOrZero() {
        return grad;
    }

    @Override
    void clearGrad() {
        grad = 0;
    }

    @Override
    int move(StepRule rule) {
        value = rule.next(0, value, grad);
        return Double.isFinite(grad) ? -1 : 0;
    }

    /** Name, value and gradient in full, such as {@code x = 2.0, grad 2.5838531634528574}. */
    @Override
    public String toString() {
        return (name() == null ? "" : name() + " = ") + value + (hasGrad() ? ", grad " + grad : "");
    }
}
