package gradus.autograd.nn;

import gradus.autograd.UnaryOp;

/** max(0, x); passes the gradient on where x &gt; 0, and nothing elsewhere: a unit that is never above 0 is dead (row 7.5). */
public final class ReLU extends Activation {

    /** The function has nothing to set. */
    public ReLU() {
        super(UnaryOp.RELU);
    }
}
