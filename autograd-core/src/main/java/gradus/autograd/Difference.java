package gradus.autograd;

/**
 * A difference quotient: a gradient from values alone, by moving one element at a time (row 6.1).
 *
 * <pre>{@code
 * var x = new Var(3);
 * Difference.FORWARD.step(0.5).gradient(() -> x.pow(2), x).at()   // 2x + h ⇒ 6.5
 * Difference.CENTRAL.step(0.5).gradient(() -> x.pow(2), x).at()   // 2x ⇒ 6.0
 * }</pre>
 *
 * <p>A smaller step h makes the error of the formula smaller, and that of rounding larger, which is some
 * 10⁻¹⁶·|f|/h. The best step lies between: near 10⁻⁸ for the one-sided differences, near 10⁻⁵ for the central one; {@link
 * ErrorCurve} shows it.
 */
public enum Difference {
    /** (f(x + h) − f(x)) / h, wrong by about h·f″/2. */
    FORWARD("(f(x + h) − f(x)) / h", 1, 1, 0),

    /** (f(x) − f(x − h)) / h, wrong by about h·f″/2. */
    BACKWARD("(f(x) − f(x − h)) / h", 1, 0, 1),

    /** (f(x + h) − f(x − h)) / 2h, wrong by about h²·f‴/6: twice the work, and many more right digits. */
    CENTRAL("(f(x + h) − f(x − h)) / 2h", 2, 1, 1);

    private final String formula;
    private final int order;
    private final int ahead;
    private final int behind;

    Difference(String formula, int order, int ahead, int behind) {
        this.formula = formula;
        this.order = order;
        this.ahead = ahead;
        this.behind = behind;
    }

    /** The quotient, as it is written on the board. */
    public String formula() {
        return formula;
    }

    /** The power of h with which the error shrinks: 1, or 2 for the central difference. */
    public int order() {
        return order;
    }

    /** How often f is evaluated for a gradient of n elements: 2n, or n + 1 for the one-sided differences (row 6.3). */
    public long evaluations(long n) {
        return this == CENTRAL ? 2 * n : n + 1;
    }

    /** This difference with a step h &gt; 0. */
    public NumericGradient step(double h) {
        return new NumericGradient(this, h, null);
    }

    /** How many steps ahead of x the quotient looks, 0 or 1. */
    int ahead() {
        return ahead;
    }

    /** How many steps behind x the quotient looks, 0 or 1. */
    int behind() {
        return behind;
    }
}
