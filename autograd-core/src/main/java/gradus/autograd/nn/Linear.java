package gradus.autograd.nn;

import gradus.autograd.MatrixOp;
import gradus.autograd.ShapeException;
import gradus.autograd.Tensor;
import gradus.autograd.init.Initialization;
import org.jspecify.annotations.Nullable;

/**
 * The linear layer Z = X·W + b for X: N×in, W: in×out, b: out, Z: N×out; a vector x of in gives a vector of out.
 *
 * <p>A batch has its samples in rows, as in the lectures' NumPy; row 5.1 writes the same for columns, z = W·x + b with
 * Wᵀ for W. Going back, X̄ = Z̄·Wᵀ, W̄ = Xᵀ·Z̄ and b̄ = Σ of the rows of Z̄, each only where it is asked for: X̄ costs nothing
 * where X is a constant (row 5.6).
 *
 * <pre>{@code
 * var layer = new Linear(2, 1, Initialization.ZEROS, 0);
 * layer.W().set(2, 1);
 * layer.b().set(0.5);
 * var x = Tensor.of(new double[][] {{1, 40}, {2, 30}}).detach();
 * layer.forward(x).at(0, 0)   // 1·2 + 40·1 + 0.5 ⇒ 42.5
 * }</pre>
 */
public final class Linear extends Layer {

    private final Tensor weights;
    private final @Nullable Tensor bias;

    /** With a bias, Xavier's weights and the seed 0. Layers of equal shape need different seeds, or start as twins. */
    public Linear(int in, int out) {
        this(in, out, Initialization.XAVIER, 0);
    }

    /** With a bias. */
    public Linear(int in, int out, Initialization initialization, long seed) {
        this(in, out, true, initialization, seed);
    }

    /**
     * A layer whose bias starts at 0.
     *
     * @param in fan-in, the length of a sample, 1 or more
     * @param out fan-out, the number of units, 1 or more
     * @param bias whether there is a b
     * @param initialization how W is drawn
     * @param seed the same seed gives the same W
     * @throws IllegalArgumentException if in or out is less than 1
     */
    public Linear(int in, int out, boolean bias, Initialization initialization, long seed) {
        if (in < 1 || out < 1) {
            throw new IllegalArgumentException(
                    "Linear: fan-in and fan-out must be 1 or more, and are " + in + " and " + out);
        }
        this.weights = parameter("W", initialization.weights(seed, in, out).requiresGrad(true));
        this.bias = bias ? parameter("b", Tensor.zeros(out)) : null;
    }

    /** @throws ShapeException if the last axis of x is not as long as W has rows */
    @Override
    public Tensor forward(Tensor x) {
        return within(this::affine, x);
    }

    private Tensor affine(Tensor x) {
        int in = weights.shape().axis(0);
        int rank = x.shape().rank();
        if (rank == 0 || x.shape().axis(rank - 1) != in) {
            throw new ShapeException("matmul", MatrixOp.MATMUL, clash(x, in), x, weights);
        }
        var z = x.matmul(weights);
        return bias == null ? z : z.add(bias);
    }

    private String clash(Tensor x, int in) {
        var shape = x.shape();
        boolean lying = shape.rank() == 2 && shape.axis(0) == in;
        return this + ": its input, " + x.describe() + ", has the shape " + shape + ", and "
                + weights.describe() + " has the shape " + weights.shape()
                + "; the input's last axis must be as long as "
                + weights.describe() + " has rows, " + in
                + (lying
                        ? ". Did you mean to transpose the input? Samples lie in rows"
                        : shape.rank() == 0
                                ? ""
                                : ". Did you mean new Linear(" + shape.axis(shape.rank() - 1) + ", "
                                        + weights.shape().axis(1) + ")?");
    }

    /** The weights, in×out. */
    public Tensor W() {
        return weights;
    }

    /**
     * The bias, of length out.
     *
     * @throws IllegalStateException if the layer was made without one
     */
    public Tensor b() {
        if (bias == null) {
            throw new IllegalStateException(this + " was made without a bias");
        }
        return bias;
    }

    @Override
    String title() {
        return toString();
    }

    /** Fan-in and fan-out, such as {@code Linear(2 → 16)}. */
    @Override
    public String toString() {
        return "Linear(" + weights.shape().axis(0) + " → " + weights.shape().axis(1) + ")";
    }
}
