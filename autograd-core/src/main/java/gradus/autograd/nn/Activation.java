package gradus.autograd.nn;

import gradus.autograd.Tensor;
import gradus.autograd.UnaryOp;

/** A function of each element, without parameters, as a layer. {@link Sigmoid}, {@link Tanh} and {@link ReLU} have names. */
public class Activation extends Layer {

    private final UnaryOp op;

    /** The activation by any op of the catalogue, such as {@code UnaryOp.SIN}. */
    public Activation(UnaryOp op) {
        this.op = op;
    }

    @Override
    public final Tensor forward(Tensor x) {
        return within(h -> h.apply(op), x);
    }

    @Override
    String title() {
        return toString();
    }

    @Override
    public String toString() {
        return switch (op) {
            case SIGMOID -> "Sigmoid";
            case TANH -> "Tanh";
            case RELU -> "ReLU";
            default -> op.id();
        };
    }
}
