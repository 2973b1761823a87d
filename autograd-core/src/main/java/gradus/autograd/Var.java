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
public sealed class Var extends Node permits NaryVar {

    private double value;
    private double grad;
    private final @Nullable Node x;
    private final @Nullable Node y;

    /** An input with this value. */
    public Var(double value) {
        this(null, value, null, null, true);
    }

    /** An input with this value and name. */
    public Var(double value, String name) {
        this(value);
        rename(name);
    }

    private Var(@Nullable Op op, double value, @Nullable Node x, @Nullable Node y, boolean requiresGrad) {
        super(op, requiresGrad);
        this.value = value;
        this.x = x;
        this.y = y;
    }

    /** For {@link NaryVar}, which keeps its operands itself. */
    Var(Op op, double value, boolean requiresGrad) {
        this(op, value, null, null, requiresGrad);
    }

    /** A number that takes no gradient. */
    public static Var constant(double value) {
        return new Var(null, value, null, null, false);
    }

    static Var apply(UnaryOp op, Var x) {
        return new Var(op, op.value(x.value), x, null, x.requiresGrad());
    }

    static Var apply(BinaryOp op, Var x, Var y) {
        return new Var(op, op.value(x.value, y.value), x, y, x.requiresGrad() || y.requiresGrad());
    }

    static Var reduce(ArrayOp op, Tensor x) {
        var z = op.value(List.of(x));
        return new Var(op, z[0], x, null, x.requiresGrad());
    }

    /** z = Σ xᵢ as one node (row 3.2). The sum of nothing is 0. */
    public static Var sum(Var... x) {
        return new NaryVar(NaryOp.SUM, x);
    }

    /** z = ∏ xᵢ as one node, with the right gradient where an operand is 0 (row 3.2). The product of nothing is 1. */
    public static Var product(Var... x) {
        return new NaryVar(NaryOp.PRODUCT, x);
    }

    /** z = this + y. */
    public Var add(Var y) {
        return apply(BinaryOp.ADD, this, y);
    }

    /** z = this + y. */
    public Var add(double y) {
        return add(constant(y));
    }

    /** z = this − y. */
    public Var sub(Var y) {
        return apply(BinaryOp.SUB, this, y);
    }

    /** z = this − y. */
    public Var sub(double y) {
        return sub(constant(y));
    }

    /** z = this · y. */
    public Var mul(Var y) {
        return apply(BinaryOp.MUL, this, y);
    }

    /** z = this · y. */
    public Var mul(double y) {
        return mul(constant(y));
    }

    /** z = this / y. */
    public Var div(Var y) {
        return apply(BinaryOp.DIV, this, y);
    }

    /** z = this / y. */
    public Var div(double y) {
        return div(constant(y));
    }

    /** z = thisʸ, see {@link BinaryOp#POW}. */
    public Var pow(Var y) {
        return apply(BinaryOp.POW, this, y);
    }

    /** z = thisʸ, see {@link BinaryOp#POW}. */
    public Var pow(double y) {
        return pow(constant(y));
    }

    /** z = max(this, y), see {@link BinaryOp#MAX}. */
    public Var max(Var y) {
        return apply(BinaryOp.MAX, this, y);
    }

    /** z = max(this, y), see {@link BinaryOp#MAX}. */
    public Var max(double y) {
        return max(constant(y));
    }

    /** z = min(this, y), see {@link BinaryOp#MIN}. */
    public Var min(Var y) {
        return apply(BinaryOp.MIN, this, y);
    }

    /** z = min(this, y), see {@link BinaryOp#MIN}. */
    public Var min(double y) {
        return min(constant(y));
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
        if (!isLeaf()) {
            throw new IllegalStateException(
                    describe() + " was computed: set the inputs it was computed from, and compute it again");
        }
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
        if (op() instanceof UnaryOp unary && x instanceof Var a) {
            return unary.local(a.value, value);
        }
        if (op() instanceof BinaryOp binary && x instanceof Var a && y instanceof Var b) {
            return i == 0 ? binary.localX(a.value, b.value, value) : binary.localY(a.value, b.value, value);
        }
        throw new IllegalStateException(describe() + " has no scalar local gradient");
    }

    /**
     * x̄ += z̄ · ∂z/∂x for each operand x, which is a Var too.
     *
     * @param adjoints of the sweep, at the places of the nodes
     */
    void passOn(double[] adjoints) {
        double upstream = adjoints[place];
        if (op() instanceof BinaryOp binary && x instanceof Var a && y instanceof Var b) {
            if (takes(a)) {
                adjoints[a.place] += upstream * binary.localX(a.value, b.value, value);
            }
            if (takes(b)) {
                adjoints[b.place] += upstream * binary.localY(a.value, b.value, value);
            }
        } else if (op() instanceof UnaryOp unary && x instanceof Var a && takes(a)) {
            adjoints[a.place] += upstream * unary.local(a.value, value);
        }
    }

    /** Whether an operand, which must be as it was, takes a contribution. */
    final boolean takes(Var operand) {
        checkUnchanged(operand);
        return operand.requiresGrad();
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
        Sweep.accumulate(this, new double[] {upstream});
    }

    /** {@link #backward(double)}, by the name that the lectures use. */
    public void calcGrad(double upstream) {
        backward(upstream);
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

    @Override
    void clearGrad() {
        grad = 0;
    }

    /** Name, value and gradient in full, such as {@code x = 2.0, grad 2.5838531634528574}. */
    @Override
    public String toString() {
        return (name() == null ? "" : name() + " = ") + value + (hasGrad() ? ", grad " + grad : "");
    }
}
