package gradus.render;

import gradus.autograd.Node;
import gradus.autograd.Trace;

/**
 * A computation in steps: forward, op by op, then backward, contribution by contribution.
 *
 * <pre>{@code
 * var x = new Var(3, "x");
 * var y = x.mul(x).named("y");
 * Stepper.of(y)   // x = 3; y = x · x = 9; ȳ = 1; x̄: 0 → 3 → 6
 * }</pre>
 */
public final class Stepper {

    /** More steps than anyone clicks through. */
    static final int MOST_FRAMES = 400;

    private Stepper() {}

    /**
     * A stepper over all that led to this node and over a sweep from it with upstream gradient 1. The gradients of the
     * nodes stay as they are.
     *
     * @throws IllegalArgumentException if there would be more than 400 steps
     * @throws IllegalStateException if the node is not a scalar, is computed from constants alone, or a value was changed
     *     after it was used
     */
    public static Picture of(Node root) {
        var size = GraphSize.of(root);
        if (size.nodes() > MOST_FRAMES) {
            throw tooLong(size.nodes() + " nodes");
        }
        return of(Trace.of(root));
    }

    /**
     * A stepper over a trace.
     *
     * @throws IllegalArgumentException if there would be more than 400 steps
     */
    public static Picture of(Trace trace) {
        var frames = Frames.of(trace);
        if (frames.size() > MOST_FRAMES) {
            throw tooLong(frames.size() + " steps");
        }
        return new StepperPicture(trace, frames);
    }

    private static IllegalArgumentException tooLong(String given) {
        return new IllegalArgumentException("a stepper shows up to " + MOST_FRAMES + " steps, and this computation has "
                + given + ": step through a smaller example of it, or a part of it");
    }
}
