package gradus.render;

import org.jspecify.annotations.Nullable;

/**
 * Which steps of a computation a {@link Stepper} takes, and whether it asks before it tells.
 *
 * <pre>{@code
 * Steps.ALL.only("x").predict()   // the steps that x takes part in, as questions
 * }</pre>
 *
 * @param pass which of the two passes
 * @param from the first step, by its number in the pass or the passes; 1 for the first of all
 * @param to the last step
 * @param only the name of a variable: only the steps that it takes part in; null for all
 * @param asks whether numbers are "?" until they are answered
 * @param skips whether the repetitions of a loop are told as one step
 */
public record Steps(Pass pass, int from, int to, @Nullable String only, boolean asks, boolean skips) {

    /** Which way a stepper goes. */
    public enum Pass {
        BOTH,
        /** Values alone. */
        FORWARD,
        /** Gradients alone: all values are known from the start. */
        BACKWARD
    }

    /** Every step of both passes. */
    public static final Steps ALL = new Steps(Pass.BOTH, 1, Integer.MAX_VALUE, null, false, false);

    /** Every step of the forward pass. */
    public static final Steps FORWARD = new Steps(Pass.FORWARD, 1, Integer.MAX_VALUE, null, false, false);

    /** Every step of the backward pass. */
    public static final Steps BACKWARD = new Steps(Pass.BACKWARD, 1, Integer.MAX_VALUE, null, false, false);

    public Steps {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("the steps from " + from + " to " + to
                    + " were asked for; the first is 1, and the last comes no earlier");
        }
    }

    /** From this step on. What comes before is there from the start. */
    public Steps from(int number) {
        return new Steps(pass, number, to, only, asks, skips);
    }

    /** Up to this step. */
    public Steps to(int number) {
        return new Steps(pass, from, number, only, asks, skips);
    }

    /** Only the steps that this variable takes part in: as a result, as an operand, or by its gradient. */
    public Steps only(String name) {
        return new Steps(pass, from, to, name, asks, skips);
    }

    /** As questions: each number is "?" until it is answered. */
    public Steps predict() {
        return new Steps(pass, from, to, only, true, skips);
    }

    /** Of a loop or of layers that are alike, the first and the last are told, and those between as one step. */
    public Steps skipRepeats() {
        return new Steps(pass, from, to, only, asks, true);
    }
}
