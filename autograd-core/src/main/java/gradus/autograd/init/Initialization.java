package gradus.autograd.init;

import gradus.autograd.Numbers;
import gradus.autograd.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * How the weights of a layer are drawn: W = scale(fan_in) · randn(fan_in, fan_out).
 *
 * <p>The lectures write Xavier's as 1/√fan_in, which is what Glorot and Bengio (2010, equation 12) give for equally wide
 * layers; He and others (2015, equation 10) put √(2/fan_in) for ReLU, which passes half of what it gets.
 *
 * @param name how it is called on the command line and in the pictures' text
 * @param formula how a picture titles it
 * @param scale the standard deviation of a weight, for the number of inputs of its layer
 */
public record Initialization(String name, String formula, IntToDoubleFunction scale) {

    /** All weights 0: every hidden unit computes the same and stays the same (row 8.1). */
    public static final Initialization ZEROS = new Initialization("zeros", "W = 0", fanIn -> 0);

    /** 1/√fan_in: keeps the variance of a layer's values where the activation is nearly the identity. */
    public static final Initialization XAVIER =
            new Initialization("xavier", "W = randn / √fan_in  (Xavier)", fanIn -> 1 / Math.sqrt(fanIn));

    /** √(2/fan_in): the same for ReLU. */
    public static final Initialization HE =
            new Initialization("he", "W = randn · √(2 / fan_in)  (He)", fanIn -> Math.sqrt(2.0 / fanIn));

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
        return new Initialization(number, "W = " + number + " · randn", fanIn -> sigma);
    }

    /** The three that the lecture compares (row 8.2): too small, too large, and right. */
    public static List<Initialization> lecture() {
        return List.of(normal(0.01), normal(1), XAVIER);
    }

    /**
     * By name: {@code zeros}, {@code xavier}, {@code he}, or a number, the standard deviation.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Initialization named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "zeros" -> ZEROS;
            case "xavier", "glorot" -> XAVIER;
            case "he", "kaiming" -> HE;
            default -> normal(number(name));
        };
    }

    private static double number(String name) {
        try {
            return Double.parseDouble(name);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " is no initialization: use zeros, xavier, he, or a number, the"
                    + " standard deviation of the weights, such as 0.01");
        }
    }

    /** The weights of a layer, fan_in × fan_out; the same for the same seed. */
    public Tensor weights(long seed, int fanIn, int fanOut) {
        double sigma = scale.applyAsDouble(fanIn);
        var elements = Tensor.randn(seed, fanIn, fanOut).toArray();
        for (int k = 0; k < elements.length; k++) {
            elements[k] *= sigma;
        }
        var weights = Tensor.zeros(fanIn, fanOut);
        weights.set(elements);
        return weights.detach();
    }
}
