package gradus.autograd;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How wrong each {@link Difference} is at steps from 10⁻¹ to 10⁻¹², measured against the engine's gradient: the data of the
 * plot of row 6.1. Down a column the error falls with the power of h that is the difference's order, until rounding, which
 * grows as h shrinks, takes over.
 *
 * <pre>{@code
 * var x = new Var(1.2, "x");
 * var curve = ErrorCurve.of(() -> x.sin(), x);
 * curve.best(Difference.FORWARD).step()   // ⇒ 1.0E-8
 * }</pre>
 *
 * @param points for each step, from the largest, one for each difference
 */
public record ErrorCurve(List<Point> points) {

    private static final int SMALLEST = 12;

    /**
     * One difference with one step.
     *
     * @param difference the quotient
     * @param step h
     * @param error the largest relative error of an element, see {@link GradientCheck#relativeError(double, double)}
     */
    public record Point(Difference difference, double step, double error) {}

    public ErrorCurve {
        points = List.copyOf(points);
    }

    /**
     * The curve of a scalar function.
     *
     * @throws IllegalArgumentException as {@link GradientCheck#of}
     */
    public static ErrorCurve of(Supplier<? extends Node> f, Node... x) {
        return measured(f, null, x);
    }

    /** The curve of a function with many outputs, for an upstream gradient of their shape. */
    public static ErrorCurve of(Tensor upstream, Supplier<? extends Node> f, Node... x) {
        return measured(f, upstream, x);
    }

    private static ErrorCurve measured(Supplier<? extends Node> f, @Nullable Tensor upstream, Node... x) {
        var points = new ArrayList<Point>();
        try (var probe = new Probe(f, upstream, x)) {
            var gradients = probe.gradients();
            for (int power = 1; power <= SMALLEST; power++) {
                // Read as text, 1e-3 is the double nearest to it; a power of 0.1 is not.
                double h = Double.parseDouble("1e-" + power);
                worst(probe, gradients, h).forEach((d, error) -> points.add(new Point(d, h, error)));
            }
        }
        return new ErrorCurve(points);
    }

    private static Map<Difference, Double> worst(Probe probe, double[] @Nullable [] gradients, double h) {
        var worst = new EnumMap<Difference, Double>(Difference.class);
        for (int i = 0; i < probe.inputs(); i++) {
            var gradient = gradients[i];
            for (int k = 0; k < probe.input(i).shape().size(); k++) {
                double engine = gradient == null ? 0 : gradient[k];
                var ahead = probe.moved(i, k, h);
                var behind = probe.moved(i, k, -h);
                for (var d : Difference.values()) {
                    double slope = probe.slope(
                            d.behind() == 0 ? probe.here() : behind,
                            d.ahead() == 0 ? probe.here() : ahead,
                            d.step(h).distance());
                    worst.merge(d, GradientCheck.relativeError(engine, slope), Math::max);
                }
            }
        }
        return worst;
    }

    /** The steps, from the largest: the abscissa. */
    public double[] steps() {
        return points.stream().mapToDouble(Point::step).distinct().toArray();
    }

    /** The error of one difference at each of the {@link #steps}: the ordinate. */
    public double[] errors(Difference difference) {
        return points.stream()
                .filter(p -> p.difference() == difference)
                .mapToDouble(Point::error)
                .toArray();
    }

    /** The step at which this difference is least wrong; the largest of several. */
    public Point best(Difference difference) {
        return points.stream()
                .filter(p -> p.difference() == difference)
                .reduce((best, p) -> p.error() < best.error() ? p : best)
                .orElseThrow();
    }

    /** A table: a line for each step, a column for each difference. */
    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "%-7s %-9s %-9s %-9s", "h", "forward", "backward", "central"));
        for (double h : steps()) {
            lines.add(points.stream()
                    .filter(p -> p.step() == h)
                    .map(p -> String.format(Locale.ROOT, "%-9.1e", p.error()))
                    .reduce(String.format(Locale.ROOT, "%-7.0e", h), (row, error) -> row + " " + error));
        }
        return String.join("\n", lines);
    }
}
