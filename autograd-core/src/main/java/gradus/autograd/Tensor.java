package gradus.autograd;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An array node of any shape: doubles, row-major. Same graph, sweep, names and pictures as {@link Var}; the two mix, and
 * a {@code Var} is stretched onto every element. Reductions such as {@link #sum()} give a {@code Var}.
 *
 * <p>Elementwise operands are stretched by NumPy's rule, except that operands of different rank are never both
 * stretched (see row 5.5 of the lectures).
 *
 * <pre>{@code
 * var a = Tensor.of(2, 3);
 * var b = Tensor.of(6, 4);
 * var q = a.pow(3).mul(3).sub(b.pow(2)).sum();   // Σ 3a³ − b²
 * q.backward();
 * a.grad()                                       // 9a² ⇒ [36.0, 81.0]
 * b.grad()                                       // −2b ⇒ [-12.0, -8.0]
 * }</pre>
 */
public final class Tensor extends Node {

    private final Shape shape;
    private final double[] elements;
    private final Node[] operands;
    private double @Nullable [] grad;

    private Tensor(@Nullable Op op, Shape shape, double[] elements, boolean requiresGrad, Node... operands) {
        super(op, requiresGrad);
        this.shape = shape;
        this.elements = elements;
        this.operands = operands;
    }

    /** A vector. */
    public static Tensor of(double... elements) {
        return new Tensor(null, new Shape(elements.length), elements.clone(), true);
    }

    /**
     * A matrix, given by its rows.
     *
     * @throws IllegalArgumentException if the rows differ in length
     */
    public static Tensor of(double[][] rows) {
        int n = rows.length == 0 ? 0 : rows[0].length;
        var elements = new double[rows.length * n];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != n) {
                throw new IllegalArgumentException("Tensor.of: row 0 has " + n + " elements and row " + i + " has "
                        + rows[i].length + "; all rows need the same length");
            }
            System.arraycopy(rows[i], 0, elements, i * n, n);
        }
        return new Tensor(null, new Shape(rows.length, n), elements, true);
    }

    /** Scalars gathered into a vector; gradients flow back to each of them. */
    public static Tensor of(Var... elements) {
        return apply(ArrayOp.STACK, (Node[]) elements);
    }

    /** All elements 0. */
    public static Tensor zeros(int... axes) {
        var shape = new Shape(axes);
        return new Tensor(null, shape, new double[shape.size()], true);
    }

    /** Independent draws from the standard normal distribution: the same for the same seed. */
    public static Tensor randn(long seed, int... axes) {
        var shape = new Shape(axes);
        var random = new Random(seed);
        var elements = new double[shape.size()];
        for (int k = 0; k < elements.length; k++) {
            elements[k] = random.nextGaussian();
        }
        return new Tensor(null, shape, elements, true);
    }

    /** This tensor's value as a number written into the program: without history, and without a gradient. */
    public Tensor constant() {
        return new Tensor(null, shape, elements.clone(), false);
    }

    private static Tensor apply(UnaryOp op, Tensor x) {
        return new Tensor(op, x.shape, Elementwise.value(op, x.elements), x.requiresGrad(), x);
    }

    private static Tensor apply(BinaryOp op, Node x, Node y) {
        var shape = x.shape().broadcast(y.shape());
        if (shape == null) {
            throw new IllegalArgumentException(op.id() + ": the shapes " + x.shape() + " (" + x.describe() + ") and "
                    + y.shape() + " (" + y.describe() + ") do not go together: aligned at the last axis, lengths must"
                    + " be equal or 1, and operands of different rank must not both be stretched");
        }
        return new Tensor(op, shape, Elementwise.value(op, x, y, shape), x.requiresGrad() || y.requiresGrad(), x, y);
    }

    private static Tensor apply(ArrayOp op, Node... operands) {
        var list = List.of(operands);
        var shape = op.shape(list);
        return new Tensor(op, shape, op.value(list), list.stream().anyMatch(Node::requiresGrad), operands.clone());
    }

    /** Z = this·y: m×k times k×n, or times a vector of k (row 5.1). */
    public Tensor matmul(Tensor y) {
        return apply(ArrayOp.MATMUL, this, y);
    }

    /** Z = thisᵀ, of a matrix. */
    public Tensor transpose() {
        return apply(ArrayOp.TRANSPOSE, this);
    }

    /** z = Σ of all elements. */
    public Var sum() {
        return Var.reduce(ArrayOp.TOTAL, this);
    }

    /** z = mean of all elements. */
    public Var mean() {
        return Var.reduce(ArrayOp.MEAN, this);
    }

    /** op(this), element by element: for code that takes the op as a parameter. */
    public Tensor apply(UnaryOp op) {
        return apply(op, this);
    }

    /** this + y, element by element. */
    public Tensor add(Node y) {
        return apply(BinaryOp.ADD, this, y);
    }

    /** this + y, element by element. */
    public Tensor add(double y) {
        return add(Var.constant(y));
    }

    /** this − y, element by element. */
    public Tensor sub(Node y) {
        return apply(BinaryOp.SUB, this, y);
    }

    /** this − y, element by element. */
    public Tensor sub(double y) {
        return sub(Var.constant(y));
    }

    /** this · y, element by element; the product of matrices is {@link #matmul}. */
    public Tensor mul(Node y) {
        return apply(BinaryOp.MUL, this, y);
    }

    /** this · y, element by element. */
    public Tensor mul(double y) {
        return mul(Var.constant(y));
    }

    /** this / y, element by element. */
    public Tensor div(Node y) {
        return apply(BinaryOp.DIV, this, y);
    }

    /** this / y, element by element. */
    public Tensor div(double y) {
        return div(Var.constant(y));
    }

    /** thisʸ, element by element. */
    public Tensor pow(Node y) {
        return apply(BinaryOp.POW, this, y);
    }

    /** thisʸ, element by element. */
    public Tensor pow(double y) {
        return pow(Var.constant(y));
    }

    /** max(this, y), element by element. */
    public Tensor max(Node y) {
        return apply(BinaryOp.MAX, this, y);
    }

    /** max(this, y), element by element. */
    public Tensor max(double y) {
        return max(Var.constant(y));
    }

    /** min(this, y), element by element. */
    public Tensor min(Node y) {
        return apply(BinaryOp.MIN, this, y);
    }

    /** min(this, y), element by element. */
    public Tensor min(double y) {
        return min(Var.constant(y));
    }

    /** −this. */
    public Tensor neg() {
        return apply(UnaryOp.NEG, this);
    }

    /** 1/this, element by element. */
    public Tensor inv() {
        return apply(UnaryOp.INV, this);
    }

    /** e^this, element by element. */
    public Tensor exp() {
        return apply(UnaryOp.EXP, this);
    }

    /** ln this, element by element. */
    public Tensor log() {
        return apply(UnaryOp.LOG, this);
    }

    /** sin this, element by element. */
    public Tensor sin() {
        return apply(UnaryOp.SIN, this);
    }

    /** cos this, element by element. */
    public Tensor cos() {
        return apply(UnaryOp.COS, this);
    }

    /** tan this, element by element. */
    public Tensor tan() {
        return apply(UnaryOp.TAN, this);
    }

    /** tanh this, element by element. */
    public Tensor tanh() {
        return apply(UnaryOp.TANH, this);
    }

    /** σ(this), element by element. */
    public Tensor sigmoid() {
        return apply(UnaryOp.SIGMOID, this);
    }

    /** max(0, this), element by element. */
    public Tensor relu() {
        return apply(UnaryOp.RELU, this);
    }

    /** √this, element by element. */
    public Tensor sqrt() {
        return apply(UnaryOp.SQRT, this);
    }

    /** |this|, element by element. */
    public Tensor abs() {
        return apply(UnaryOp.ABS, this);
    }

    /** The elements, row-major; a copy. */
    public double[] toArray() {
        return elements.clone();
    }

    /**
     * One element.
     *
     * @param index one number for each axis, from 0
     * @throws IndexOutOfBoundsException if there are too few or too many numbers, or one is outside its axis
     */
    public double at(int... index) {
        int k = 0;
        if (index.length != shape.rank()) {
            throw new IndexOutOfBoundsException("at: a tensor of shape " + shape + " needs " + shape.rank()
                    + " indices, and was given " + Arrays.toString(index));
        }
        for (int i = 0; i < index.length; i++) {
            if (index[i] < 0 || index[i] >= shape.axis(i)) {
                throw new IndexOutOfBoundsException(
                        "at: index " + index[i] + " is outside axis " + i + " of shape " + shape);
            }
            k = k * shape.axis(i) + index[i];
        }
        return elements[k];
    }

    /**
     * Gives an input other elements, as an optimizer's step does. What was computed from it before is out of date, and a
     * sweep over it is refused.
     *
     * @throws IllegalStateException if this tensor was computed
     * @throws IllegalArgumentException if the number of elements differs
     */
    public void set(double... newElements) {
        if (!isLeaf()) {
            throw new IllegalStateException(
                    describe() + " was computed: set the inputs it was computed from, and compute it again");
        }
        if (newElements.length != elements.length) {
            throw new IllegalArgumentException("set: " + describe() + " has " + elements.length
                    + " elements, and was given " + newElements.length);
        }
        System.arraycopy(newElements, 0, elements, 0, elements.length);
        restamp();
    }

    /**
     * The adjoint ∂L/∂(this), of this tensor's shape, summed over all sweeps since it was made or zeroed; a copy.
     *
     * @throws IllegalStateException if no sweep has reached this tensor
     */
    public Tensor grad() {
        requireGrad();
        return new Tensor(null, shape, gradElements(), false);
    }

    /**
     * Adds the vector–Jacobian product with this upstream gradient to the gradient of every node that this one was
     * computed from (row 4.5).
     *
     * @throws IllegalArgumentException if the upstream gradient has another shape
     */
    public void backward(Tensor upstream) {
        if (!upstream.shape.equals(shape)) {
            throw new IllegalArgumentException("backward: the upstream gradient has the shape " + upstream.shape
                    + ", and " + describe() + " has the shape " + shape + "; they must be equal");
        }
        Sweep.accumulate(this, upstream.elements);
    }

    /** Names this node for pictures and messages. */
    public Tensor named(String name) {
        rename(name);
        return this;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    int arity() {
        return operands.length;
    }

    @Override
    Node operand(int i) {
        return operands[i];
    }

    @Override
    double[] elements() {
        return elements;
    }

    @Override
    double[] gradElements() {
        return grad == null ? new double[elements.length] : grad.clone();
    }

    @Override
    void accumulate(double[] adjoint) {
        var sum = gradElements();
        for (int k = 0; k < sum.length; k++) {
            sum[k] += adjoint[k];
        }
        grad = sum;
        reached();
    }

    @Override
    void clearGrad() {
        grad = null;
    }

    /** The elements in nested brackets; long axes are shortened to their first and last three. */
    @Override
    public String toString() {
        return (name() == null ? "" : name() + " = ") + Value.of(this);
    }
}
