package gradus.render;

/**
 * The mistakes that are told apart, in predict mode of a {@link Stepper} and in the checks of exercises: one catalogue, with
 * the words of each in the bundle. First those of a single step, then those of whole computations and of training.
 */
public enum MistakeKind {
    SIGN("page.wrong.sign"),
    OPERAND("page.wrong.operand"),
    OP("page.wrong.op"),
    INVERSE("page.wrong.inverse"),
    ASSIGN("page.wrong.assign"),
    BEFORE("page.wrong.before"),
    UPSTREAM("page.wrong.upstream"),
    LOCAL("page.wrong.local"),
    OUTPUT("page.wrong.output"),
    INPUT("page.wrong.input"),
    OTHER("page.wrong.other"),
    PATH("page.wrong.path"),
    EARLY("page.wrong.early"),

    HALF("mistake.half"),
    TWICE("mistake.twice"),
    ZERO("mistake.zero"),
    SWAPPED("mistake.swapped"),
    VALUE("mistake.value"),
    CONSTANT("mistake.constant"),
    FACTOR("mistake.factor"),
    OFFSET("mistake.offset"),
    FORMULA("mistake.formula"),
    OVERWRITTEN("mistake.overwritten"),
    LOST("mistake.lost"),
    SEED("mistake.seed"),
    START("mistake.start"),
    ORDER("mistake.order"),
    ACCUMULATED("mistake.accumulated"),
    SUM("mistake.sum"),
    MEAN("mistake.mean"),
    OVERFLOW("mistake.overflow"),
    DIVISION("mistake.division"),
    KINK("mistake.kink"),
    FORWARD("mistake.forward"),
    BACKWARD("mistake.backward"),
    STEP_LARGE("mistake.large"),
    STEP_SMALL("mistake.small"),
    STRETCHED("mistake.stretched"),
    TRANSPOSED("mistake.transposed"),
    PARAMETERS("mistake.parameters"),
    ASCENT("mistake.ascent"),
    RATE("mistake.rate"),
    VARIANCE("mistake.variance"),
    NAN("mistake.nan"),
    INFINITE("mistake.infinite"),
    UNTRAINED("mistake.untrained"),
    DIVERGED("mistake.diverged"),
    LINEAR("mistake.linear"),
    SYMMETRIC("mistake.symmetric"),
    ZERO_WEIGHTS("mistake.zeroweights"),
    BY_HEART("mistake.heart"),
    UNFINISHED("mistake.more");

    private static final String PREDICT = "page.wrong.";

    private final String key;

    MistakeKind(String key) {
        this.key = key;
    }

    /** Its name in the bundle, as pages that ask for predictions know it. */
    String key() {
        return key.replaceFirst("^" + PREDICT, "");
    }

    /**
     * What went wrong, in the language of the pictures.
     *
     * @param parts what stands for {0}, {1}, … in the words
     */
    public String words(Object... parts) {
        return Words.of(key, parts);
    }
}
