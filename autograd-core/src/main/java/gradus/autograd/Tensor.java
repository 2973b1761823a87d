package gradus.autograd;

import gradus.autograd.dense.Draws;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * An array node of any shape: doubles, row-major. Same graph, sweep, names and pictures as {@link Var}; the two mix, and
 * a {@code Var} is stretched onto every element. Reductions of all elements, such as {@link #sum()}, give a {@code Var}.
 * An axis is given by its number from 0, or from the end: −1 is the last.
 *
 * <p>Elementwise operands are stretched by NumPy's rule, except that operands of different rank are never both
 * stretched (see row 5.5 of the lectures).
 *
 * <pre>{@code
 * var a = Tensor.of(2, 3);
 * var b = Tensor.of(6, 4);
 * var q = a.pow(3).mul(3).sub(b.pow(2)).sum();   // Σ 3a³ − b²
 * q.backward();
 * a.grad()                                       // 9a² ⇒ [36., 81.]
 * b.grad()                                       // −2b ⇒ [-12.,  -8.]
 * }</pre>
 */
public final class Tensor extends Node {

    private static final Node[] NO_OPERANDS = {};

    private final Shape shape;
    private final double[] elements;
    private final Node[] operands;
    private final int[] settings;

    /** Never written into: a sum is a new array, so that whoever has read the gradient keeps what was read. */
    private double @Nullable [] grad;

    private Tensor(Shape shape, double[] elements, boolean requiresGrad) {
        super(requiresGrad);
        this.shape = shape;
        this.elements = elements;
        this.operands = NO_OPERANDS;
        this.settings = NONE;
    }

    /** What an op made; the array belongs to the tensor from now on. */
    Tensor(Op op, Shape shape, double[] elements, int[] settings, Node... operands) {
        super(op, stampAfter(operands));
        this.shape = shape;
        this.elements = elements;
        this.operands = operands;
        this.settings = settings;
    }

    /** A tensor that takes no gradient; the array belongs to it from now on. */
    static Tensor constant(Shape shape, double[] elements) {
        return new Tensor(shape, elements, false);
    }

    private static Tensor input(Shape shape, double[] elements) {
        return new Tensor(shape, elements, true);
    }

    /** A vector. */
    public static Tensor of(double... elements) {
        return input(new Shape(elements.length), elements.clone());
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
        return input(new Shape(rows.length, n), elements);
    }

    /** Scalars gathered into a vector; gradients flow back to each of them. */
    public static Tensor of(Var... elements) {
        return LayoutOp.STACK.tensor(new int[] {0}, elements.clone());
    }

    /**
     * Tensors of equal shape gathered along a new first axis.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public static Tensor stack(Tensor... x) {
        return LayoutOp.STACK.tensor(new int[] {0}, x.clone());
    }

    /**
     * Tensors one after the other along an axis.
     *
     * @throws IllegalArgumentException if there are none, or another axis differs in length
     */
    public static Tensor concat(int axis, Tensor... x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("concat: needs at least one tensor, and was given none");
        }
        return LayoutOp.CONCAT.tensor(new int[] {x[0].axisNumber("concat", axis)}, x.clone());
    }

    /** All elements 0. */
    public static Tensor zeros(int... axes) {
        return full(0, axes);
    }

    /** All elements 1. */
    public static Tensor ones(int... axes) {
        return full(1, axes);
    }

    /** All elements the same. */
    public static Tensor full(double value, int... axes) {
        var shape = new Shape(axes);
        var elements = new double[shape.size()];
        Arrays.fill(elements, value);
        return input(shape, elements);
    }

    /** The vector 0, 1, …, n − 1. */
    public static Tensor arange(int n) {
        return arange(0, n, 1);
    }

    /**
     * The vector from, from + step, from + 2·step, … as far as it lies before {@code to}.
     *
     * @throws IllegalArgumentException if step is 0 or not a number
     */
    public static Tensor arange(double from, double to, double step) {
        if (!(Math.abs(step) > 0)) {
            throw new IllegalArgumentException("arange: the step must not be " + step);
        }
        int n = (int) Math.max(0, Math.ceil((to - from) / step));
        var elements = new double[new Shape(n).size()];
        Arrays.setAll(elements, k -> from + k * step);
        return input(new Shape(n), elements);
    }

    /** The n×n matrix with 1 on the diagonal and 0 elsewhere. */
    public static Tensor eye(int n) {
        var shape = new Shape(n, n);
        var elements = new double[shape.size()];
        for (int i = 0; i < n; i++) {
            elements[i * n + i] = 1;
        }
        return input(shape, elements);
    }

    /** Independent draws from the standard normal distribution: the same for the same seed. */
    public static Tensor randn(long seed, int... axes) {
        var shape = new Shape(axes);
        return input(shape, Draws.normal(seed, shape.size()));
    }

    /** Independent draws from the uniform distribution on [0, 1): the same for the same seed. */
    public static Tensor rand(long seed, int... axes) {
        var shape = new Shape(axes);
        return input(shape, Draws.uniform(seed, shape.size()));
    }

    /**
     * For each label a row with 1 in the column of the label and 0 elsewhere; takes no gradient.
     *
     * @param classes how many columns
     * @throws IllegalArgumentException if a label is not one of 0, …, classes − 1
     */
    public static Tensor oneHot(int classes, int... labels) {
        var shape = new Shape(labels.length, classes);
        var elements = new double[shape.size()];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("oneHot: label " + labels[i] + " at place " + i
                        + " is no class; with " + classes + " classes, labels are 0 to " + (classes - 1));
            }
            elements[i * classes + labels[i]] = 1;
        }
        return constant(shape, elements);
    }

    /** This value as a number written into the program: without history, name and gradient (row 4.6). */
    @Override
    public Tensor detach() {
        // Only the elements of a leaf can ever change.
        return constant(shape, isLeaf() ? elements.clone() : elements);
    }

    @Override
    public Tensor requiresGrad(boolean required) {
        super.requiresGrad(required);
        return this;
    }

    static Tensor apply(UnaryOp op, Tensor x) {
        var z = Elementwise.value(op, x.elements);
        return isRecorded(x) ? new Tensor(op, x.shape, z, NONE, x) : constant(x.shape, z);
    }

    static Tensor apply(BinaryOp op, Node x, Node y) {
        var shape = x.shape().broadcast(y.shape());
        if (shape == null) {
            throw new ShapeException(op.id(), op, ShapeClash.message(op.id(), x, y), x, y);
        }
        var z = Elementwise.value(op, x, y, shape);
        return isRecorded(x, y) ? new Tensor(op, shape, z, NONE, x, y) : constant(shape, z);
    }

    /**
     * Z = this·y: m×k times k×n (row 5.1). A vector is a row on the left and a column on the right; axes before the last
     * two are a batch, equal in both or missing in one, which then serves all.
     *
     * @throws IllegalArgumentException if columns and rows do not match; the message names both shapes
     */
    public Tensor matmul(Tensor y) {
        return MatrixOp.MATMUL.tensor(NONE, this, y);
    }

    /** The product of matrices of which either may be transposed, without making the transpose. */
    Tensor matmul(Tensor y, boolean thisTransposed, boolean yTransposed) {
        var which = new int[] {thisTransposed ? 1 : 0, yTransposed ? 1 : 0};
        return MatrixOp.MATMUL.tensor(thisTransposed || yTransposed ? which : NONE, this, y);
    }

    /** Z = thisᵀ: the last two axes change places. */
    public Tensor transpose() {
        return MatrixOp.TRANSPOSE.tensor(NONE, this);
    }

    /**
     * The axes in another order: axis i of the result is axis {@code order[i]} of this.
     *
     * @throws IllegalArgumentException if the order does not name each axis once
     */
    public Tensor permute(int... order) {
        var axes = new int[order.length];
        Arrays.setAll(axes, i -> axisNumber("permute", order[i]));
        if (axes.length != shape.rank() || Arrays.stream(axes).distinct().count() != axes.length) {
            throw new ShapeException(
                    "permute",
                    null,
                    "permute: " + Arrays.toString(order) + " must name each of the " + shape.rank() + " axes of shape "
                            + shape + " once",
                    this);
        }
        return MatrixOp.TRANSPOSE.tensor(axes, this);
    }

    /**
     * The same elements, row-major, in another shape. One length may be −1: it is what is left.
     *
     * @throws IllegalArgumentException if the number of elements differs, or what is left is no whole number
     */
    public Tensor reshape(int... axes) {
        return LayoutOp.RESHAPE.tensor(filled(axes), this);
    }

    /** {@link #reshape(int...)} to this shape. */
    public Tensor reshape(Shape to) {
        return reshape(to.axes());
    }

    private int[] filled(int[] axes) {
        int known = 1;
        int open = -1;
        for (int i = 0; i < axes.length; i++) {
            if (axes[i] == -1) {
                open = i;
            } else {
                known *= axes[i];
            }
        }
        var lengths = axes.clone();
        if (open >= 0) {
            if (known <= 0 || shape.size() % known != 0) {
                throw new ShapeException(
                        "reshape",
                        null,
                        "reshape: the " + shape.size() + " elements of shape " + shape + " cannot be divided into "
                                + Arrays.toString(axes) + ": what −1 stands for must be a whole number",
                        this);
            }
            lengths[open] = shape.size() / known;
        }
        return lengths;
    }

    /** Elements from (inclusive) to (exclusive) of one axis, all of the others. Negative numbers count from the end. */
    public Tensor slice(int axis, int from, int to) {
        return Slices.of(this, axis, from, to);
    }

    /**
     * A part of the tensor in NumPy's notation: for each axis a number, or {@code from:to} or {@code from:to:step}, where
     * what is left out is the whole; axes that are not named are whole. A number takes its axis away.
     *
     * <pre>{@code
     * var m = Tensor.arange(6).reshape(2, 3);
     * m.slice(":, 1")        // ⇒ [1., 4.]
     * m.slice("1, ::-1")     // ⇒ [5., 4., 3.]
     * }</pre>
     *
     * @throws IllegalArgumentException if the text is not understood, or there are too many parts
     * @throws IndexOutOfBoundsException if a number lies outside of its axis
     */
    public Tensor slice(String parts) {
        return Slices.of(this, parts);
    }

    /** Element i of the first axis: a row of a matrix. */
    public Tensor row(int i) {
        return Slices.of(this, Integer.toString(i));
    }

    /**
     * Some elements of the first axis, in any order, also repeatedly: rows of a matrix.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Tensor rows(int... numbers) {
        return select(0, numbers);
    }

    /**
     * Some elements of an axis, in any order, also repeatedly.
     *
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public Tensor select(int axis, int... numbers) {
        int a = axisNumber("select", axis);
        var settings = new int[numbers.length + 1];
        settings[0] = a;
        for (int i = 0; i < numbers.length; i++) {
            settings[i + 1] = Slices.index("select", shape, a, numbers[i]);
        }
        return LayoutOp.SELECT.tensor(settings, this);
    }

    /**
     * One element, as a node of the graph; {@link #at} gives the number.
     *
     * @param index one number for each axis; negative ones count from the end
     * @throws IndexOutOfBoundsException if there are too few or too many numbers, or one is outside its axis
     */
    public Var get(int... index) {
        return LayoutOp.ELEMENT.scalar(Slices.indices("get", shape, index), this);
    }

    private int[] along(String who, int axis, boolean keep) {
        return new int[] {axisNumber(who, axis), keep ? 1 : 0};
    }

    /** z = Σ of all elements. */
    public Var sum() {
        return ReduceOp.SUM.scalar(NONE, this);
    }

    /** Sums along an axis, which goes away. */
    public Tensor sum(int axis) {
        return sum(axis, false);
    }

    /** Sums along an axis, which stays as an axis of length 1 if it is to be kept. */
    public Tensor sum(int axis, boolean keep) {
        return ReduceOp.SUM.tensor(along("sum", axis, keep), this);
    }

    /** z = mean of all elements. */
    public Var mean() {
        return ReduceOp.MEAN.scalar(NONE, this);
    }

    /** Means along an axis, which goes away. */
    public Tensor mean(int axis) {
        return mean(axis, false);
    }

    /** Means along an axis, which stays as an axis of length 1 if it is to be kept. */
    public Tensor mean(int axis, boolean keep) {
        return ReduceOp.MEAN.tensor(along("mean", axis, keep), this);
    }

    /** The largest element, see {@link ReduceOp#MAX}. */
    public Var max() {
        return ReduceOp.MAX.scalar(NONE, this);
    }

    /** The largest elements along an axis, which goes away; {@link #max(double)} compares with a number. */
    public Tensor maxAlong(int axis) {
        return maxAlong(axis, false);
    }

    /** The largest elements along an axis, which stays as an axis of length 1 if it is to be kept. */
    public Tensor maxAlong(int axis, boolean keep) {
        return ReduceOp.MAX.tensor(along("maxAlong", axis, keep), this);
    }

    /** The smallest element, see {@link ReduceOp#MIN}. */
    public Var min() {
        return ReduceOp.MIN.scalar(NONE, this);
    }

    /** The smallest elements along an axis, which goes away; {@link #min(double)} compares with a number. */
    public Tensor minAlong(int axis) {
        return minAlong(axis, false);
    }

    /** The smallest elements along an axis, which stays as an axis of length 1 if it is to be kept. */
    public Tensor minAlong(int axis, boolean keep) {
        return ReduceOp.MIN.tensor(along("minAlong", axis, keep), this);
    }

    /** The variance of all elements, with divisor n. */
    public Var variance() {
        return ReduceOp.VARIANCE.scalar(NONE, this);
    }

    /** Variances along an axis, with divisor n; the axis goes away. */
    public Tensor variance(int axis) {
        return variance(axis, false);
    }

    /** Variances along an axis, which stays as an axis of length 1 if it is to be kept. */
    public Tensor variance(int axis, boolean keep) {
        return ReduceOp.VARIANCE.tensor(along("variance", axis, keep), this);
    }

    /** z = ln Σ e^xₖ over all elements, without overflow. */
    public Var logsumexp() {
        return ReduceOp.LOGSUMEXP.scalar(NONE, this);
    }

    /** ln Σ e^x along an axis, which goes away. */
    public Tensor logsumexp(int axis) {
        return logsumexp(axis, false);
    }

    /** ln Σ e^x along an axis, which stays as an axis of length 1 if it is to be kept. */
    public Tensor logsumexp(int axis, boolean keep) {
        return ReduceOp.LOGSUMEXP.tensor(along("logsumexp", axis, keep), this);
    }

    /** e^x / Σ e^x along an axis: probabilities, which sum to one. */
    public Tensor softmax(int axis) {
        return SoftmaxOp.SOFTMAX.tensor(new int[] {axisNumber("softmax", axis)}, this);
    }

    /** The logarithm of {@link #softmax}, computed without overflow. */
    public Tensor logSoftmax(int axis) {
        return SoftmaxOp.LOG_SOFTMAX.tensor(new int[] {axisNumber("logSoftmax", axis)}, this);
    }

    /**
     * The cross-entropy −1/N Σ p·ln softmax(this) of N rows of scores against N rows of probabilities (row 2.3); one row
     * for vectors.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public Var crossEntropy(Tensor probabilities) {
        ShapeClash.requireEqual("crossEntropy", this, probabilities);
        int rows = shape.rank() == 0 ? 1 : shape.size() / Math.max(1, shape.axis(shape.rank() - 1));
        return logSoftmax(-1).mul(probabilities).sum().mul(-1.0 / rows);
    }

    /**
     * The cross-entropy of N rows of scores against N labels, 0 to classes − 1.
     *
     * @throws IllegalArgumentException if there are not as many labels as rows, or a label is no class
     */
    public Var crossEntropy(int... labels) {
        if (shape.rank() != 2 || shape.axis(0) != labels.length) {
            throw new ShapeException(
                    "crossEntropy",
                    null,
                    "crossEntropy: needs one row of scores for each label, and was given scores of shape " + shape
                            + " and " + labels.length + " labels",
                    this);
        }
        return crossEntropy(oneHot(shape.axis(1), labels));
    }

    /**
     * The mean squared error 1/n Σ (this − target)² over all n elements.
     *
     * @throws IllegalArgumentException if the shapes differ, as those of predictions 4×1 and targets 4 (row 5.5)
     */
    public Var mse(Tensor target) {
        ShapeClash.requireEqual("mse", this, target);
        return sub(target).pow(2).mean();
    }

    /** The place of the largest element, row-major; the first of several. */
    public int argmax() {
        return Comparison.argmax(elements, 0, elements.length, 1);
    }

    /** The places of the largest elements along an axis, one for each line; the first of several. */
    public int[] argmax(int axis) {
        int a = axisNumber("argmax", axis);
        var places = new int[shape.without(a).size()];
        var lines = Axis.of(shape, a);
        lines.forEachLine((i, from) -> places[i] = Comparison.argmax(elements, from, lines.end(from), lines.inner()));
        return places;
    }

    /** 1 where this &gt; y, 0 elsewhere; takes no gradient. */
    public Tensor gt(Node y) {
        return Comparison.GT.of(this, y);
    }

    /** 1 where this &gt; y, 0 elsewhere. */
    public Tensor gt(double y) {
        return gt(Var.constant(y));
    }

    /** 1 where this ≥ y, 0 elsewhere; takes no gradient. */
    public Tensor ge(Node y) {
        return Comparison.GE.of(this, y);
    }

    /** 1 where this ≥ y, 0 elsewhere. */
    public Tensor ge(double y) {
        return ge(Var.constant(y));
    }

    /** 1 where this &lt; y, 0 elsewhere; takes no gradient. */
    public Tensor lt(Node y) {
        return Comparison.LT.of(this, y);
    }

    /** 1 where this &lt; y, 0 elsewhere. */
    public Tensor lt(double y) {
        return lt(Var.constant(y));
    }

    /** 1 where this ≤ y, 0 elsewhere; takes no gradient. */
    public Tensor le(Node y) {
        return Comparison.LE.of(this, y);
    }

    /** 1 where this ≤ y, 0 elsewhere. */
    public Tensor le(double y) {
        return le(Var.constant(y));
    }

    /** 1 where this = y, 0 elsewhere; takes no gradient. */
    public Tensor eq(Node y) {
        return Comparison.EQ.of(this, y);
    }

    /** 1 where this = y, 0 elsewhere. */
    public Tensor eq(double y) {
        return eq(Var.constant(y));
    }

    /** 1 where this ≠ y, 0 elsewhere; takes no gradient. */
    public Tensor ne(Node y) {
        return Comparison.NE.of(this, y);
    }

    /** 1 where this ≠ y, 0 elsewhere. */
    public Tensor ne(double y) {
        return ne(Var.constant(y));
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
     * @param index one number for each axis, from 0; negative ones count from the end
     * @throws IndexOutOfBoundsException if there are too few or too many numbers, or one is outside its axis
     */
    public double at(int... index) {
        int k = 0;
        var numbers = Slices.indices("at", shape, index);
        for (int i = 0; i < numbers.length; i++) {
            k = k * shape.axis(i) + numbers[i];
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
        requireLeaf();
        if (newElements.length != elements.length) {
            throw new IllegalArgumentException("set: " + describe() + " has " + elements.length
                    + " elements, and was given " + newElements.length);
        }
        System.arraycopy(newElements, 0, elements, 0, elements.length);
        restamp();
    }

    /**
     * {@link #set} without an array: element k becomes {@code element(k)}, row-major.
     *
     * @throws IllegalStateException if this tensor was computed
     */
    public void update(IntToDoubleFunction element) {
        requireLeaf();
        for (int k = 0; k < elements.length; k++) {
            elements[k] = element.applyAsDouble(k);
        }
        restamp();
    }

    /**
     * The adjoint ∂L/∂(this), of this tensor's shape, summed over all sweeps since it was made or zeroed; a copy.
     *
     * @throws IllegalStateException if no sweep has reached this tensor
     */
    public Tensor grad() {
        requireGrad();
        return constant(shape, grad == null ? new double[elements.length] : grad);
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
        warnIfNotFinite();
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
    int[] settings() {
        return settings;
    }

    @Override
    void passOn(Sweep sweep, int place) {
        var upstream = sweep.take(this, place);
        if (op() instanceof ArrayOp array) {
            sweep.passOn(this, upstream, array);
        } else if (op() instanceof UnaryOp unary) {
            var x = (Tensor) operands[0];
            Elementwise.addContribution(unary, x.elements, elements, upstream, sweep.sum(this, x));
        } else if (op() instanceof BinaryOp binary) {
            for (int i = 0; i < operands.length; i++) {
                passOn(sweep, upstream, binary, i);
            }
        }
    }

    private void passOn(Sweep sweep, double[] upstream, BinaryOp op, int i) {
        if (!operands[i].requiresGrad()) {
            sweep.check(this, operands[i]);
        } else if (operands[i] instanceof Tensor x) {
            Elementwise.addContribution(op, i, this, upstream, sweep.sum(this, x));
        } else {
            var sum = new double[1];
            Elementwise.addContribution(op, i, this, upstream, sum);
            sweep.add(this, (Var) operands[i], sum[0]);
        }
    }

    @Override
    void accumulate(double[] adjoint) {
        if (grad != null) {
            for (int k = 0; k < adjoint.length; k++) {
                adjoint[k] += grad[k];
            }
        }
        grad = adjoint;
        reached();
    }

    @Override
    void clearGrad() {
        grad = null;
    }

    @Override
    int move(StepRule rule) {
        var gradient = grad == null ? new double[elements.length] : grad;
        int notFinite = -1;
        for (int k = 0; k < elements.length; k++) {
            double g = gradient[k];
            elements[k] = rule.next(k, elements[k], g);
            if (!(Math.abs(g) <= Double.MAX_VALUE)) {
                notFinite = k;
            }
        }
        return notFinite;
    }

    /** The name and the elements as NumPy writes them: aligned, and shortened in the middle, see {@link ArrayText}. */
    @Override
    public String toString() {
        return ArrayText.of(name() == null ? "" : name() + " = ", Value.of(this));
    }
}
