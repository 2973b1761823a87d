package gradus.autograd.nn;

import gradus.autograd.Tensor;
import gradus.autograd.init.Initialization;
import java.util.ArrayList;
import java.util.List;

/**
 * The simple recurrent cell (Elman 1990): hₜ = tanh(xₜ·W + hₜ₋₁·U + b) for xₜ: N×in, h: N×units, W: in×units,
 * U: units×units, b: units.
 *
 * <p>The same U serves every step, so that over T steps a gradient is multiplied by Uᵀ about T times: it explodes or
 * vanishes with the largest singular value of U (row 7.5).
 *
 * <pre>{@code
 * var cell = new RnnCell(2, 3, Initialization.XAVIER, 0);
 * cell.forward(Tensor.randn(1, 5, 4, 2)).shape()   // 5 steps of 4 samples: the last state ⇒ 4×3
 * }</pre>
 */
public final class RnnCell extends Layer {

    private final Tensor inputWeights;
    private final Tensor stateWeights;
    private final Tensor bias;

    /**
     * A cell whose bias starts at 0.
     *
     * @param in the length of a sample at one step
     * @param units the length of the state
     * @param initialization how W and U are drawn
     * @param seed of W; U takes the next number
     */
    public RnnCell(int in, int units, Initialization initialization, long seed) {
        this.inputWeights =
                parameter("W", initialization.weights(seed, in, units).requiresGrad(true));
        this.stateWeights =
                parameter("U", initialization.weights(seed + 1, units, units).requiresGrad(true));
        this.bias = parameter("b", Tensor.zeros(units));
    }

    /** One step: the state h, N×units, becomes the next one. */
    public Tensor step(Tensor x, Tensor h) {
        return within(
                input -> input.matmul(inputWeights)
                        .add(h.matmul(stateWeights))
                        .add(bias)
                        .tanh(),
                x);
    }

    /** The last of {@link #states}. */
    @Override
    public Tensor forward(Tensor x) {
        var states = states(x);
        return states.get(states.size() - 1);
    }

    /**
     * The states h₁, …, h_T after each step of x: T×N×in, from h₀ = 0.
     *
     * @throws IllegalArgumentException if x has not three axes, or no step
     */
    public List<Tensor> states(Tensor x) {
        if (x.shape().rank() != 3 || x.shape().axis(0) == 0) {
            throw new IllegalArgumentException(this + ": " + x.describe() + " has the shape " + x.shape()
                    + ", and a sequence needs steps × samples × "
                    + inputWeights.shape().axis(0));
        }
        var h = Tensor.zeros(x.shape().axis(1), stateWeights.shape().axis(0)).detach();
        var all = new ArrayList<Tensor>();
        for (int t = 0; t < x.shape().axis(0); t++) {
            h = step(x.row(t), h);
            all.add(h);
        }
        return List.copyOf(all);
    }

    /** The weights of the input, in×units. */
    public Tensor W() {
        return inputWeights;
    }

    /** The weights of the state, units×units. */
    public Tensor U() {
        return stateWeights;
    }

    /** The bias, of length units. */
    public Tensor b() {
        return bias;
    }

    @Override
    String title() {
        return toString();
    }

    /** Lengths of input and state, such as {@code RnnCell(2 → 3)}. */
    @Override
    public String toString() {
        return "RnnCell(" + inputWeights.shape().axis(0) + " → "
                + inputWeights.shape().axis(1) + ")";
    }
}
