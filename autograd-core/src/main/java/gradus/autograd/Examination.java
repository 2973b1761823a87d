package gradus.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries out a {@link GradientCheck}: moves each element, compares, and looks for what explains an error. */
final class Examination {

    /** Two values are told apart only to this part of their size: the distance from 1 to the next double. */
    private static final double ROUNDING = 0x1p-52;

    private final NumericGradient how;
    private final Probe probe;
    private final List<GradientCheck.Element> elements = new ArrayList<>();

    /** What may be behind an error, if there is one. */
    private final List<String> causes = new ArrayList<>();

    private boolean hidden;

    Examination(NumericGradient how, Probe probe) {
        this.how = how;
        this.probe = probe;
    }

    /** @param gradients the engine's, one for each input; null for an input that no sweep reaches */
    GradientCheck compare(double[] @Nullable [] gradients) {
        for (int i = 0; i < probe.inputs(); i++) {
            compare(i, gradients[i]);
        }
        requireSame(probe.here().value(), probe.again().value());
        if (hidden) {
            causes.add("a number in the graph changes with the inputs and is a constant there: value() or detach()"
                    + " hides what it was computed from");
        }
        if (how.difference().order() == 1) {
            causes.add("a one-sided difference is off by about h·f″/2 itself; the central one is finer");
        }
        var check = new GradientCheck(how, elements, how.difference().evaluations(probe.size()), List.of());
        return check.isRight() ? check : check.with(causes);
    }

    private void compare(int i, double @Nullable [] gradient) {
        var x = probe.input(i);
        var name = x.name() == null ? "input " + (i + 1) : x.name();
        if (gradient == null) {
            causes.add("no path leads from the result back to " + name
                    + ": it is not used, or only by way of value(), detach() or a comparison");
        }
        for (int k = 0; k < x.shape().size(); k++) {
            elements.add(compared(i, k, name + index(x.shape(), k), gradient == null ? 0 : gradient[k]));
        }
    }

    private GradientCheck.Element compared(int i, int k, String name, double engine) {
        var behind = how.behind(probe, i, k);
        var ahead = how.ahead(probe, i, k);
        var here = probe.here().sides();
        hidden |= here.hidesChange(behind.sides()) || here.hidesChange(ahead.sides());
        double numeric = how.slope(probe, behind, ahead);
        double rounding = ROUNDING
                * (4 * probe.magnitude() + Math.abs(numeric * probe.input(i).elements()[k]))
                / how.distance();
        return new GradientCheck.Element(
                name,
                engine,
                numeric,
                GradientCheck.relativeError(engine, numeric),
                Math.abs(engine - numeric) <= rounding,
                Stream.of(behind, ahead)
                        .flatMap(there -> here.kinksBefore(there.sides()).stream())
                        .distinct()
                        .toList());
    }

    private static void requireSame(double[] first, double[] second) {
        for (int j = 0; j < first.length; j++) {
            if (Math.abs(first[j] - second[j]) > 1e-13 * (Math.abs(first[j]) + Math.abs(second[j]))) {
                throw new IllegalArgumentException("two calls of the function with the same inputs gave " + first[j]
                        + " and " + second[j] + ". A function that is checked must not change from call to call: give"
                        + " random numbers a seed, and keep nothing between calls");
            }
        }
    }

    /** {@code [1, 2]} for element 5 of a 2×3 tensor; nothing for a scalar. */
    private static String index(Shape shape, int element) {
        if (shape.rank() == 0) {
            return "";
        }
        var numbers = new ArrayList<String>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            numbers.add(Integer.toString(element / shape.stride(axis) % shape.axis(axis)));
        }
        return "[" + String.join(", ", numbers) + "]";
    }
}
