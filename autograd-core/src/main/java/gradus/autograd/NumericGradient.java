package gradus.autograd;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A way to compute a gradient from values alone: which difference, with which step, and for a function with many outputs
 * the upstream gradient (row 6.3).
 *
 * <pre>{@code
 * var x = Tensor.of(1, 2, 3);
 * var central = Difference.CENTRAL.step(1e-5).upstream(Tensor.of(0.1, 1, 10));
 * central.check(() -> x.sigmoid(), x).verdict()   // ⇒ RIGHT
 * }</pre>
 *
 * <p>The function is called again and again while one element of one input after the other is moved, and has to compute its
 * result anew each time. Afterwards the inputs are as they were, even if the function fails.
 *
 * @param difference the quotient
 * @param step h, in units of the inputs
 * @param upstream the upstream gradient, of the shape of the function's value; null where that is a scalar
 */
public record NumericGradient(
        Difference difference, double step, @Nullable Tensor upstream) {

    /** @throws IllegalArgumentException if the step is not a number above 0 */
    public NumericGradient {
        if (!(step > 0) || Double.isInfinite(step)) {
            throw new IllegalArgumentException(
                    "a difference needs a step above 0, such as 1e-5, and was given " + step);
        }
    }

    /** The same for a function with many outputs: the gradient of Σ u ⊙ f(x), a vector–Jacobian product. */
    public NumericGradient upstream(Tensor u) {
        return new NumericGradient(difference, step, u);
    }

    /**
     * The gradient of f by x, of the shape of x; a constant.
     *
     * @param f computes the function from x
     * @param x an input: what {@code new Var(…)} or a method of {@link Tensor} has made
     * @throws IllegalArgumentException if x is not an input, f is not a scalar and has no upstream gradient, or f uses what
     *     was computed from x before
     */
    public Tensor gradient(Supplier<? extends Node> f, Node x) {
        try (var probe = new Probe(f, upstream, x)) {
            var numeric = new double[x.shape().size()];
            for (int k = 0; k < numeric.length; k++) {
                numeric[k] = slope(probe, 0, k);
            }
            return Tensor.constant(x.shape(), numeric);
        }
    }

    /**
     * Compares the engine's gradients of f by all x with the numeric ones; see {@link GradientCheck#of}.
     *
     * @throws IllegalArgumentException as {@link #gradient}
     */
    public GradientCheck check(Supplier<? extends Node> f, Node... x) {
        try (var probe = new Probe(f, upstream, x)) {
            return new Examination(this, probe).compare(probe.gradients());
        }
    }

    /**
     * Compares the engine's gradients of f by all x with the numeric ones of what f is meant to be; see {@link
     * GradientCheck#against}.
     *
     * @throws IllegalArgumentException as {@link #gradient}
     */
    public GradientCheck checkAgainst(Supplier<? extends Node> meant, Supplier<? extends Node> f, Node... x) {
        double[] @Nullable [] gradients;
        double[] value;
        try (var probe = new Probe(f, upstream, x)) {
            gradients = probe.gradients();
            value = probe.here().value();
        }
        try (var probe = new Probe(meant, upstream, x)) {
            var check = new Examination(this, probe).compare(gradients);
            var differing = differing(value, probe.here().value());
            return differing == null ? check : check.with(List.of(differing));
        }
    }

    private static @Nullable String differing(double[] given, double[] meant) {
        if (given.length != meant.length) {
            return "the function has " + given.length + " values, and what it is meant to be has " + meant.length;
        }
        for (int k = 0; k < given.length; k++) {
            if (!(GradientCheck.relativeError(given[k], meant[k]) < 1e-7)) {
                return "the value is " + Numbers.brief(given[k]) + ", and what it is meant to be is "
                        + Numbers.brief(meant[k]) + (given.length == 1 ? "" : ", at element " + k);
            }
        }
        return null;
    }

    private double slope(Probe probe, int i, int k) {
        return slope(probe, behind(probe, i, k), ahead(probe, i, k));
    }

    Probe.Evaluation ahead(Probe probe, int i, int k) {
        return difference.ahead() == 0 ? probe.here() : probe.moved(i, k, step);
    }

    Probe.Evaluation behind(Probe probe, int i, int k) {
        return difference.behind() == 0 ? probe.here() : probe.moved(i, k, -step);
    }

    double slope(Probe probe, Probe.Evaluation behind, Probe.Evaluation ahead) {
        return probe.slope(behind, ahead, distance());
    }

    /** How far the two values lie apart: h or 2h. */
    double distance() {
        return (difference.ahead() + difference.behind()) * step;
    }

    /** Such as {@code central difference, h = 10⁻⁵}. */
    @Override
    public String toString() {
        return difference.name().toLowerCase(java.util.Locale.ROOT) + " difference, h = " + Numbers.brief(step);
    }
}
