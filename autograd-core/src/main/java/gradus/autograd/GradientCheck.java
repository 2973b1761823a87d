package gradus.autograd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The engine's gradient beside a numeric one, element by element (rows 6.1 to 6.3): the way to find out whether a backward
 * pass is right.
 *
 * <pre>{@code
 * var x = new Var(2, "x");
 * var y = new Var(3, "y");
 * var check = GradientCheck.of(() -> x.mul(y).add(x.sin()), x, y);
 * check.verdict()       // ⇒ RIGHT
 * check.evaluations()   // two for each of x and y ⇒ 4
 * }</pre>
 *
 * <p>Neither values nor gradients of the inputs are changed. An element whose step crosses a kink is named and not counted;
 * neither is a difference that is smaller than the rounding of f/h an error.
 *
 * @param how the numeric gradient
 * @param elements all elements of all inputs, in their order
 * @param evaluations how often the difference needs f; see {@link Difference#evaluations}
 * @param notes what may explain an error; one for each line that is printed
 */
public record GradientCheck(NumericGradient how, List<Element> elements, long evaluations, List<String> notes) {

    /** The step at which the central difference of a function of order 1 is best. */
    public static final double STEP = 1e-5;

    /** Two values are told apart only to this part of their size: the distance from 1 to the next double. */
    private static final double ROUNDING = 0x1p-52;

    /**
     * One element of one input.
     *
     * @param name such as {@code W[1, 2]}
     * @param engine ∂L/∂(element) as a sweep finds it
     * @param numeric the difference quotient
     * @param relativeError of the two; see {@link #relativeError}
     * @param withinRounding whether the two differ by less than rounding allows the difference to tell
     * @param kinks what the step has crossed
     */
    public record Element(
            String name,
            double engine,
            double numeric,
            double relativeError,
            boolean withinRounding,
            List<Kink> kinks) {

        public Element {
            kinks = List.copyOf(kinks);
        }

        /** The band of this element. */
        public Verdict verdict() {
            var band = withinRounding ? Verdict.RIGHT : Verdict.of(relativeError);
            return band == Verdict.RIGHT || kinks.isEmpty() ? band : Verdict.KINK;
        }

        /** Such as {@code W[1, 2]: engine 0.25, difference 0.2500000001}. */
        @Override
        public String toString() {
            return name + ": engine " + Numbers.brief(engine, 10) + ", difference " + Numbers.brief(numeric, 10);
        }
    }

    public GradientCheck {
        elements = List.copyOf(elements);
        notes = List.copyOf(notes);
    }

    /**
     * Compares the gradients of f by all x with central differences of step {@link #STEP}. Another difference, or a
     * function with more than one output: {@link Difference#step}.
     *
     * @param f computes a scalar from x, anew at each call
     * @param x inputs: what {@code new Var(…)} or a method of {@link Tensor} has made
     * @throws IllegalArgumentException if an x is not an input, f is not a scalar, f uses what was computed from x before,
     *     or two calls of f give different values
     */
    public static GradientCheck of(Supplier<? extends Node> f, Node... x) {
        return Difference.CENTRAL.step(STEP).check(f, x);
    }

    /**
     * The same for a collection, such as the parameters of a net: {@code GradientCheck.of(() -> loss.of(net.forward(x), y),
     * net.parameters())}.
     *
     * @throws IllegalArgumentException as {@link #of(Supplier, Node...)}
     */
    public static GradientCheck of(Supplier<? extends Node> f, Collection<? extends Node> x) {
        return of(f, x.toArray(Node[]::new));
    }

    /**
     * Compares the gradients of f by all x with those of what f is meant to be, by central differences, and the values too:
     * the check for a function whose forward pass may be wrong, which agrees with its own differences (row 3.4).
     *
     * <pre>{@code
     * var x = new Var(1, "x");
     * GradientCheck.against(() -> x.sigmoid(), () -> x.neg().exp().neg().add(1).inv(), x).verdict()   // ⇒ WRONG
     * }</pre>
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public static GradientCheck against(Supplier<? extends Node> meant, Supplier<? extends Node> f, Node... x) {
        return Difference.CENTRAL.step(STEP).checkAgainst(meant, f, x);
    }

    /** @param gradients the engine's, one for each input; null for an input that no sweep reaches */
    static GradientCheck of(NumericGradient how, Probe probe, double[] @Nullable [] gradients) {
        var elements = new ArrayList<Element>();
        var causes = new ArrayList<String>();
        boolean hidden = false;
        for (int i = 0; i < probe.inputs(); i++) {
            var x = probe.input(i);
            var gradient = gradients[i];
            var name = x.name() == null ? "input " + (i + 1) : x.name();
            if (gradient == null) {
                causes.add("no path leads from the result back to " + name
                        + ": it is not used, or only by way of value(), detach() or a comparison");
            }
            for (int k = 0; k < x.shape().size(); k++) {
                var behind = how.behind(probe, i, k);
                var ahead = how.ahead(probe, i, k);
                double numeric = how.slope(probe, behind, ahead);
                double engine = gradient == null ? 0 : gradient[k];
                double rounding =
                        ROUNDING * (4 * probe.magnitude() + Math.abs(numeric * x.elements()[k])) / how.distance();
                boolean within = Math.abs(engine - numeric) <= rounding;
                var kinks = kinks(probe.here().sides(), behind.sides(), ahead.sides());
                elements.add(new Element(
                        name + index(x.shape(), k), engine, numeric, relativeError(engine, numeric), within, kinks));
                hidden |= probe.here().sides().hidesChange(ahead.sides())
                        || probe.here().sides().hidesChange(behind.sides());
            }
        }
        requireSame(probe.here().value(), probe.again().value());
        var check = new GradientCheck(how, elements, how.difference().evaluations(probe.size()), List.of());
        if (hidden) {
            causes.add("a number in the graph changes with the inputs and is a constant there: value() or detach()"
                    + " hides what it was computed from");
        }
        if (how.difference().order() == 1) {
            causes.add("a one-sided difference is off by about h·f″/2 itself; the central one is finer");
        }
        return check.isRight() ? check : check.with(causes);
    }

    private static List<Kink> kinks(Sides here, Sides behind, Sides ahead) {
        return Stream.of(behind, ahead)
                .flatMap(there -> here.kinksBefore(there).stream())
                .distinct()
                .toList();
    }

    /** The same with more notes. */
    GradientCheck with(List<String> more) {
        var all = new ArrayList<>(notes);
        all.addAll(more);
        return new GradientCheck(how, elements, evaluations, all);
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

    /** |a − b| / max(10⁻⁸, |a| + |b|), from 0 to 1 (row 6.2). */
    public static double relativeError(double a, double b) {
        return Math.abs(a - b) / Math.max(1e-8, Math.abs(a) + Math.abs(b));
    }

    /**
     * The largest {@link #relativeError(double, double)} of two arrays' elements; NaN if any is.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public static double relativeError(Tensor a, Tensor b) {
        ShapeClash.requireEqual("relativeError", a, b);
        double most = 0;
        for (int k = 0; k < a.elements().length; k++) {
            most = Math.max(most, relativeError(a.elements()[k], b.elements()[k]));
        }
        return most;
    }

    /** The verdict on all elements: that of the worst; {@link Verdict#KINK} only if every step has crossed one. */
    public Verdict verdict() {
        return worst().verdict();
    }

    /** Whether every element that counts is {@link Verdict#RIGHT}. */
    public boolean isRight() {
        return verdict() == Verdict.RIGHT;
    }

    /** The largest relative error of the elements that count. */
    public double relativeError() {
        return worst().relativeError();
    }

    /** The element that is farthest off, of those whose step has crossed no kink if there are any. */
    public Element worst() {
        var counted = elements.stream().filter(e -> e.verdict() != Verdict.KINK).toList();
        return (counted.isEmpty() ? elements : counted)
                .stream()
                        .max(Comparator.comparing(Element::verdict).thenComparing(Element::relativeError))
                        .orElseThrow();
    }

    /** The elements that are not counted, since their step has crossed a kink. */
    public List<Element> atKinks() {
        return elements.stream().filter(e -> e.verdict() == Verdict.KINK).toList();
    }

    /** Verdict, difference, worst element, kinks and notes, a line each. */
    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add("gradient check: " + verdict().words());
        lines.add(how + ": " + evaluations + " evaluations for " + elements.size()
                + (elements.size() == 1 ? " element" : " elements"));
        if (verdict() != Verdict.KINK) {
            lines.add("worst relative error " + Numbers.brief(relativeError(), 2) + ", " + worst()
                    + (worst().withinRounding() && worst().relativeError() > 1e-7 ? " (within rounding)" : ""));
        }
        var kinks = atKinks();
        for (var element : kinks.subList(0, Math.min(5, kinks.size()))) {
            lines.add("not counted, " + element + ": the step crosses "
                    + element.kinks().stream().limit(3).map(Kink::toString).collect(Collectors.joining("; ")));
        }
        if (kinks.size() > 5) {
            lines.add("and " + (kinks.size() - 5) + " more elements at kinks");
        }
        lines.addAll(notes);
        return String.join("\n", lines);
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
