package gradus.autograd.nn;

import gradus.autograd.UnaryOp;

/** σ(x) = 1/(1 + e^−x), between 0 and 1; σ' = σ(1 − σ) ≤ ¼. */
public final class Sigmoid extends Activation {

    /** The function has nothing to set. */
    public Sigmoid() {
        super(UnaryOp.SIGMOID);
    }
}
