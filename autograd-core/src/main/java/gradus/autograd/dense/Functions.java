package gradus.autograd.dense;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Functions that the JDK computes more slowly than a layer of a network can wait for. */
public final class Functions {

    /** From here on by e^−2a. Further down its error would count more, further up that of the continued fraction. */
    static final double SWITCH = 0.65;

    /** 1 − tanh a is less than a quarter of a unit in the last place of 1 from 19.07 on. */
    static final double LIMIT = 20;

    /** Added to a number of less than 2⁵¹, it rounds it to an integer, which then stands in the last bits of the sum. */
    static final double ROUNDING = 0x1.8p52;

    /** 2/ln 2. */
    static final double STEPS = 2.8853900817779268;

    /** ½·ln 2 in two parts, the first of 29 bits, so that its multiples up to 2²⁴ are exact. */
    static final double STEP = 0x1.62e42fep-2;

    static final double STEP_REST = 0x1.f473de6af278fp-31;

    /** Of the exponent of a double, and the bits below it. */
    static final long BIAS = 1023;

    static final int MANTISSA = 52;

    /** Elements from which it pays to try vectors. */
    private static final int WORTH_VECTORS = 1 << 12;

    /** A second or two is what the JVM takes to compile them. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final @Nullable Candidate TANH = candidate();

    private Functions() {}

    private static @Nullable Candidate candidate() {
        var vectors = Vectors.find("gradus.autograd.dense.VectorTanh", ArrayFunction.class);
        return vectors == null ? null : new Candidate(vectors, Functions::tanh, PATIENCE);
    }

    /**
     * tanh x, within 1.5 units in the last place; odd, ±1 from ±19.07 on, NaN for NaN, −0 for −0.
     *
     * <p>With a = |x| and Lambert's continued fraction tanh r = r/(1 + r²/(3 + r²/(5 + …))) down to 15, written as one
     * quotient r·(1 − u/v) (Lambert 1768; DLMF 4.39.1), which for r up to 0.65 is off by some 10⁻¹⁷ of it:
     *
     * <ul>
     *   <li>a &lt; 0.65: tanh a = a − a·(u/v) at r = a;
     *   <li>beyond: tanh a = 1 − 2·(t/(1 + t)) with t = e^−2a. Here a = n·½ln 2 + r with a whole n and |r| ≤ ¼ln 2, so
     *       that t = 2⁻ⁿ·(1 − tanh r)/(1 + tanh r), and t/(1 + t) = p/(2ⁿ·(v + b) + p) with b = r·(v − u) and p = v − b.
     * </ul>
     *
     * <p>Both are written as a number less a small correction, so that the rounding of the correction hardly counts.
     */
    public static double tanh(double x) {
        double a = Math.abs(x);
        // Not Math.min, which costs more for the sake of −0. NaN passes.
        a = a > LIMIT ? LIMIT : a;
        double size;
        if (a < SWITCH) {
            double s = a * a;
            size = a - a * (numerator(s) / denominator(s));
        } else {
            double rounded = Fma.fma(a, STEPS, ROUNDING);
            double n = rounded - ROUNDING;
            double r = Fma.fma(n, -STEP_REST, Fma.fma(n, -STEP, a));
            double s = r * r;
            double v = denominator(s);
            double b = r * (v - numerator(s));
            double p = v - b;
            double power = Double.longBitsToDouble((Double.doubleToRawLongBits(rounded) + BIAS) << MANTISSA);
            size = 1 - 2 * (p / Fma.fma(power, v + b, p));
        }
        return Math.copySign(size, x);
    }

    /** u. */
    private static double numerator(double s) {
        return Fma.fma(Fma.fma(s + 594, s, 45045), s, 675675) * s;
    }

    /** v. */
    private static double denominator(double s) {
        return Fma.fma(Fma.fma(Fma.fma(s + 630, s, 51975), s, 945945), s, 2027025);
    }

    /**
     * z[k] = tanh x[k] for from ≤ k &lt; to by vector instructions, digit for digit what {@link #tanh(double)} gives.
     *
     * @return whether it was done: not for few numbers, nor where the Vector API is missing or no faster than a loop
     */
    public static boolean tanh(double[] x, double[] z, int from, int to) {
        if (to - from < WORTH_VECTORS || TANH == null || !TANH.isFaster()) {
            return false;
        }
        TANH.values(x, z, from, to);
        return true;
    }
}
