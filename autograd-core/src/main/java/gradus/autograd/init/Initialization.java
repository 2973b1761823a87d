package gradus.autograd.init;

import gradus.autograd.Numbers;
import gradus.autograd.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the weights of a layer are drawn: W = scale(fan_in, fan_out) · draws of the shape fan_in × fan_out.
 *
 * <p>The lectures write Xavier's as 1/√fan_in, which is what Glorot and Bengio (2010, equation 12) give for equally wide
 * layers; {@link #GLOROT_NORMAL} and {@link #GLOROT_UNIFORM} are theirs for any, a compromise between values on their way
 * forward and gradients on their way back. He and others (2015, equation 10) put √(2/fan_in) for ReLU, which passes half
 * of what it gets.
 *
 * <pre>{@code
 * Initialization.named("he").deviation(50, 10)               // √(2/50) ⇒ 0.2
 * Initialization.GLOROT_UNIFORM.weights(1, 50, 10).shape()   // ⇒ 50×10
 * }</pre>
 *
 * @param name how it is called on the command line and in the pictures' text
 * @param formula how a picture titles it
 * @param distribution what is drawn
 * @param scale by what the draws are multiplied
 */
public record Initialization(String name, String formula, Distribution distribution, Scale scale) {

    /** A distribution around 0, before it is scaled. */
    public enum Distribution {
        /** Standard normal: the scale is the standard deviation. */
        NORMAL,
        /** Uniform between −1 and 1: the scale is the largest weight, and √3 times the standard deviation. */
        UNIFORM
    }

    /** The scale of a layer's weights. */
    @FunctionalInterface
    public interface Scale {

        /** The scale, for the number of inputs and of units of the layer. */
        double of(int fanIn, int fanOut);
    }

    /** All weights 0: every hidden unit computes the same and stays the same (row 8.1). */
    public static final Initialization ZEROS = normal("zeros", "W = 0", (in, out) -> 0);

    /** 1/√fan_in: keeps the variance of a layer's values where the activation is nearly the identity. */
    public static final Initialization XAVIER =
            normal("xavier", "W = randn / √fan_in  (Xavier)", (in, out) -> 1 / Math.sqrt(in));

    /** √(2/(fan_in + fan_out)): between what keeps the variance of values and what keeps that of gradients. */
    public static final Initialization GLOROT_NORMAL = normal(
            "glorot-normal",
            "W = randn · √(2 / (fan_in + fan_out))  (Glorot)",
            (in, out) -> Math.sqrt(2 / ((double) in + out)));

    /** Uniform in ±√(6/(fan_in + fan_out)), of the same standard deviation as {@link #GLOROT_NORMAL}. */
    public static final Initialization GLOROT_UNIFORM = new Initialization(
            "glorot-uniform",
            "W ∼ U(±√(6 / (fan_in + fan_out)))  (Glorot)",
            Distribution.UNIFORM,
            (in, out) -> Math.sqrt(6 / ((double) in + out)));

    /** √(2/fan_in): the same for ReLU. */
    public static final Initialization HE =
            normal("he", "W = randn · √(2 / fan_in)  (He)", (in, out) -> Math.sqrt(2.0 / in));

    private static final Map<String, Initialization> BY_NAME = new TreeMap<>(Map.of(
            "zeros", ZEROS,
            "xavier", XAVIER,
            "glorot", XAVIER,
            "glorot-normal", GLOROT_NORMAL,
            "glorot-uniform", GLOROT_UNIFORM,
            "he", HE,
            "kaiming", HE));

    private static Initialization normal(String name, String formula, Scale deviation) {
        return new Initialization(name, formula, Distribution.NORMAL, deviation);
    }

    /**
     * σ · randn, whatever the width.
     *
     * @param sigma the standard deviation, 0 or more
     * @throws IllegalArgumentException if sigma is negative or not a number
     */
    public static Initialization normal(double sigma) {
        if (!(sigma >= 0) || Double.isInfinite(sigma)) {
            throw new IllegalArgumentException("the standard deviation of the weights must be 0 or more, not " + sigma);
        }
        var number = Numbers.brief(sigma);
        return normal(number, "W = " + number + " · randn", (in, out) -> sigma);
    }

    /** The three that the lecture compares (row 8.2): too small, too large, and right. */
    public static List<Initialization> lecture() {
        return List.of(normal(0.01), normal(1), XAVIER);
    }

    /**
     * By name: {@code zeros}, {@code xavier}, {@code glorot-normal}, {@code glorot-uniform}, {@code he}, or a number, the
     * standard deviation.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Initialization named(String name) {
        var known = BY_NAME.get(name.toLowerCase(Locale.ROOT));
        return known == null ? normal(number(name)) : known;
    }

    private static double number(String name) {
        try {
            return Double.parseDouble(name);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name
                    + " is no initialization: use zeros, xavier, glorot-normal, glorot-uniform, he, or a number, the"
                    + " standard deviation of the weights, such as 0.01");
        }
    }

    /** The standard deviation of a weight. */
    public double deviation(int fanIn, int fanOut) {
        double factor = scale.of(fanIn, fanOut);
        return distribution == Distribution.NORMAL ? factor : factor / Math.sqrt(3);
    }

    /** The weights of a layer, fan_in × fan_out, without gradient; the same for the same seed. */
    public Tensor weights(long seed, int fanIn, int fanOut) {
        double factor = scale.of(fanIn, fanOut);
        var draws = distribution == Distribution.NORMAL
                ? Tensor.randn(seed, fanIn, fanOut)
                : Tensor.rand(seed, fanIn, fanOut).mul(2).sub(1);
        return draws.detach().mul(factor);
    }
}
