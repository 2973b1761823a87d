package gradus.autograd;

/**
 * What a relative error says of a gradient, by the bands of the CS231n notes ("Gradient checks", Stanford), for differences
 * in double precision.
 */
public enum Verdict {
    /** Below 10⁻⁷. */
    RIGHT("right"),

    /** 10⁻⁷ to 10⁻⁴: fine for a function with kinks, too much for a smooth one. */
    FINE_IF_KINKS("fine if the function has kinks, too much if it has none"),

    /** The step has crossed a kink, so that the difference says nothing of the gradient. */
    KINK("the step crosses a kink, so the difference says nothing"),

    /** 10⁻⁴ to 10⁻². */
    SUSPICIOUS("suspicious"),

    /** Above 10⁻². */
    WRONG("wrong"),

    /** NaN or ∞ in the gradient or in the difference. */
    NOT_FINITE("not a finite number");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** The band in which a relative error lies. */
    public static Verdict of(double relativeError) {
        if (!Double.isFinite(relativeError)) {
            return NOT_FINITE;
        }
        return relativeError > 1e-2
                ? WRONG
                : relativeError > 1e-4 ? SUSPICIOUS : relativeError >= 1e-7 ? FINE_IF_KINKS : RIGHT;
    }

    /** The verdict in words. */
    public String words() {
        return words;
    }
}
