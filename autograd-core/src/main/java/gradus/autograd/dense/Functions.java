package gradus.autograd.dense;

/** Functions that the JDK computes more slowly than a layer of a network can wait for. */
public final class Functions {

    /** ½·ln 3, where tanh is ½. */
    private static final double HALF = 0.5493061443340549;

    private Functions() {}

    /**
     * tanh x, within 1.5 units in the last place; odd, ±1 from ±19.07 on, NaN for NaN, −0 for −0. A third of the time
     * of {@link Math#tanh} on JDK 17.
     *
     * <p>Up to ½·ln 3 by Lambert's continued fraction tanh x = x/(1 + x²/(3 + x²/(5 + …))) down to 15, written as one
     * quotient (Lambert 1768; DLMF 4.39.1): there it is exact to 10⁻¹⁸. Beyond by 1 − 2t/(1 + t) with t = e^−2|x|.
     * Both are written as a number less a small correction, so that the rounding of the correction hardly counts.
     */
    public static double tanh(double x) {
        double a = Math.abs(x);
        double size;
        if (a < HALF) {
            double s = x * x;
            double numerator = s * (675675 + s * (45045 + s * (594 + s)));
            double denominator = 2027025 + s * (945945 + s * (51975 + s * (630 + s)));
            size = a - a * (numerator / denominator);
        } else {
            double t = Math.exp(-2 * a);
            size = 1 - 2 * t / (1 + t);
        }
        return Math.copySign(size, x);
    }
}
