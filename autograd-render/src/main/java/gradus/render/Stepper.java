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

    /** A larger graph is not even looked at. */
    private static final int MOST_NODES = 20_000;

    private Stepper() {}

    /** A stepper through both passes; see {@link #of(Node, Steps)}. */
    public static Picture of(Node root) {
        return of(root, Steps.ALL);
    }

    /**
     * A stepper over all that led to this node and over a sweep from it with upstream gradient 1. The gradients of the
     * nodes stay as they are. Where there would be more than 400 steps, the repetitions of loops are told as one.
     *
     * @throws IllegalArgumentException if there are more than 400 steps all the same, or none
     * @throws IllegalStateException if there is a backward pass and the node is not a scalar or is computed from constants
     *     alone, or a value was changed after it was used
     */
    public static Picture of(Node root, Steps steps) {
        var size = GraphSize.of(root);
        if (size.nodes() > MOST_NODES) {
            throw tooLong(size.nodes() + " nodes");
        }
        return of(steps.pass() == Steps.Pass.FORWARD ? Trace.forwardUpToFailure(root) : Trace.upToFailure(root), steps);
    }

    /** A stepper over a trace; see {@link #of(Trace, Steps)}. */
    public static Picture of(Trace trace) {
        return of(trace, Steps.ALL);
    }

    /**
     * A stepper over a trace.
     *
     * @throws IllegalArgumentException if there would be more than 400 steps, or none
     */
    public static Picture of(Trace trace, Steps steps) {
        boolean skip = steps.skips() || trace.nodes().size() > MOST_FRAMES;
        var shown = skip ? Repeats.skipped(trace) : trace;
        var all = Frames.of(shown, steps.pass());
        if (shown.nodes().size() > MOST_FRAMES) {
            throw tooLong(shown.nodes().size() + " nodes");
        }
        var frames = Selection.of(all, shown, steps);
        if (frames.size() > MOST_FRAMES) {
            throw tooLong(frames.size() + " steps");
        }
        return new StepperPicture(shown, frames, steps);
    }

    private static IllegalArgumentException tooLong(String given) {
        return new IllegalArgumentException("a stepper shows up to " + MOST_FRAMES + " steps, and this computation has "
                + given + ": step through a smaller example of it, or a part of it");
    }
}
