package gradus.autograd.nn;

import gradus.autograd.UnaryOp;

/** tanh x, between −1 and 1; its derivative is 1 − tanh² x ≤ 1. */
public final class Tanh extends Activation {

    /** The function has nothing to set. */
    public Tanh() {
        super(UnaryOp.TANH);
    }
}
