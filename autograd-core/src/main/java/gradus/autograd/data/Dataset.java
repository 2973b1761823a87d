package gradus.autograd.data;

import gradus.autograd.Tensor;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * Samples and what is to be predicted of them. Neither takes a gradient. The same seed gives the same data.
 *
 * <pre>{@code
 * var data = Dataset.moons(1, 100, 0.1);
 * data.x().shape()               // ⇒ 100×2
 * data.y().shape()               // a column, as a net's predictions are ⇒ 100×1
 * data.labels().length           // ⇒ 100
 * data.oneHot().shape()          // ⇒ 100×2
 * }</pre>
 *
 * @param x the samples, N×D, one a row
 * @param y numbers to predict, N×1: labels 0, 1, … of classes, or targets of a regression
 */
public record Dataset(Tensor x, Tensor y) {

    private static final double HALF_TURN = Math.PI;

    /** @throws IllegalArgumentException if x is no matrix, or y no column with as many rows */
    public Dataset {
        if (x.shape().rank() != 2 || y.shape().rank() != 2 || y.shape().axis(1) != 1 || rows(x) != rows(y)) {
            throw new IllegalArgumentException("Dataset: x must be N×D and y N×1, and they are " + x.shape() + " and "
                    + y.shape() + (y.shape().rank() == 1 ? ". reshape(-1, 1) makes a column of y" : ""));
        }
    }

    /** Exclusive or (row 7.2): (0,0) → 0, (0,1) → 1, (1,0) → 1, (1,1) → 0. No line separates the classes. */
    public static Dataset xor() {
        return of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, 0, 1, 1, 0);
    }

    /**
     * Clouds around the four corners (±1, ±1), labelled 1 where the signs differ (row 7.2).
     *
     * @param n how many samples, in turn from each corner
     * @param noise standard deviation of each coordinate
     */
    public static Dataset xor(long seed, int n, double noise) {
        return sampled(
                seed,
                n,
                noise,
                4,
                (corner, t) -> new double[] {corner / 2 * 2 - 1, corner % 2 * 2 - 1},
                corner -> corner == 1 || corner == 2 ? 1 : 0);
    }

    /**
     * Two half circles of radius 1 that reach into each other: class 0 from (1, 0) over (0, 1) to (−1, 0), class 1 from
     * (0, ½) over (1, −½) to (2, ½).
     *
     * @param n how many samples, in turn from each moon
     * @param noise standard deviation of each coordinate; above 0.2 the moons mix
     */
    public static Dataset moons(long seed, int n, double noise) {
        return sampled(
                seed,
                n,
                noise,
                2,
                (moon, t) -> {
                    double angle = HALF_TURN * t;
                    return moon == 0
                            ? new double[] {Math.cos(angle), Math.sin(angle)}
                            : new double[] {1 - Math.cos(angle), 0.5 - Math.sin(angle)};
                },
                moon -> moon);
    }

    /**
     * Spirals that turn once and a quarter around 0, one for each class, as far as radius 1.
     *
     * @param classes how many arms, 1 or more
     * @param n how many samples, in turn from each arm
     * @param noise standard deviation of each coordinate
     */
    public static Dataset spirals(long seed, int classes, int n, double noise) {
        return sampled(
                seed,
                n,
                noise,
                classes,
                (arm, t) -> {
                    double angle = 2.5 * HALF_TURN * t + 2 * HALF_TURN * arm / classes;
                    return new double[] {t * Math.cos(angle), t * Math.sin(angle)};
                },
                arm -> arm);
    }

    /**
     * A linear relation y = x·w + b + noise for standard normal x: N×D.
     *
     * @param n how many samples
     * @param noise standard deviation of y around the relation
     * @param bias b
     * @param weights w, of length D
     */
    public static Dataset linear(long seed, int n, double noise, double bias, double... weights) {
        checkSizes(n, noise);
        var random = new SplittableRandom(seed);
        var x = new double[n][weights.length];
        var y = new double[n][1];
        for (int i = 0; i < n; i++) {
            y[i][0] = bias;
            for (int d = 0; d < weights.length; d++) {
                x[i][d] = random.nextGaussian();
                y[i][0] += x[i][d] * weights[d];
            }
            y[i][0] += noise * random.nextGaussian();
        }
        return new Dataset(Tensor.of(x).detach(), Tensor.of(y).detach());
    }

    private static Dataset of(double[][] x, double... y) {
        return new Dataset(
                Tensor.of(x).detach(), Tensor.of(y).reshape(y.length, 1).detach());
    }

    /** A point of a class; t is uniform in [0, 1). */
    private interface Curve {
        double[] at(int group, double t);
    }

    private static Dataset sampled(long seed, int n, double noise, int groups, Curve curve, IntToDoubleFunction label) {
        checkSizes(n, noise);
        if (groups < 1) {
            throw new IllegalArgumentException("Dataset: needs at least one class, and was given " + groups);
        }
        var random = new SplittableRandom(seed);
        var x = new double[n][];
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = curve.at(i % groups, random.nextDouble());
            x[i][0] += noise * random.nextGaussian();
            x[i][1] += noise * random.nextGaussian();
            y[i] = label.applyAsDouble(i % groups);
        }
        return of(x, y);
    }

    private static void checkSizes(int n, double noise) {
        if (n < 1 || !(noise >= 0)) {
            throw new IllegalArgumentException(
                    "Dataset: needs 1 sample or more and a noise of 0 or more, and was given " + n + " and " + noise);
        }
    }

    private static int rows(Tensor tensor) {
        return tensor.shape().axis(0);
    }

    /**
     * The labels as whole numbers, as cross-entropy takes them.
     *
     * @throws IllegalStateException if y are not labels: whole numbers from 0 on
     */
    public int[] labels() {
        return Arrays.stream(y.toArray()).mapToInt(Dataset::label).toArray();
    }

    private static int label(double y) {
        if (!(y >= 0) || y != Math.rint(y) || y > Integer.MAX_VALUE) {
            throw new IllegalStateException(
                    "labels: y holds " + y + ", and labels are whole numbers, 0 to classes − 1. Is this a regression?");
        }
        return (int) y;
    }

    /** How many classes there are: one more than the largest label. */
    public int classes() {
        return Arrays.stream(labels()).max().orElse(-1) + 1;
    }

    /** The labels as probabilities, N×classes, 1 in the column of the label. */
    public Tensor oneHot() {
        return Tensor.oneHot(classes(), labels());
    }
}
