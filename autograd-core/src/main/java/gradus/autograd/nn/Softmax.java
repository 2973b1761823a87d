package gradus.autograd.nn;

import gradus.autograd.Tensor;

/**
 * e^x / Σ e^x along the last axis: scores become probabilities, which sum to one for each sample.
 *
 * <p>Not in front of {@link CrossEntropyLoss}, which takes the scores themselves.
 */
public final class Softmax extends Layer {

    /** Along the last axis; there is nothing to set. */
    public Softmax() {}

    @Override
    public Tensor forward(Tensor x) {
        return within(h -> h.softmax(-1), x);
    }
}
