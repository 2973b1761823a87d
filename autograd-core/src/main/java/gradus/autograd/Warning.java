package gradus.autograd;

/** What is hardly meant and yet no error: each kind can be switched off, see {@link Warnings}. */
public enum Warning {
    /** A step with a gradient that an earlier step has used already, because nothing set it to zero in between (row 4.7). */
    STEP_WITHOUT_ZERO_GRAD,

    /** An optimizer holds parameters that the loss is not computed from (row 5.5). */
    UNREACHED_PARAMETERS,

    /** A sweep starts at NaN or ∞, or a step follows a gradient that is one. */
    NOT_FINITE
}
