package gradus.autograd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
            return name + ": " + both();
        }

        private String both() {
            return "engine " + Numbers.brief(engine, 10) + ", difference " + Numbers.brief(numeric, 10);
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

    /** The same with more notes. */
    GradientCheck with(List<String> more) {
        var all = new ArrayList<>(notes);
        all.addAll(more);
        return new GradientCheck(how, elements, evaluations, all);
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
            boolean isRounding = worst().withinRounding() && worst().relativeError() > 1e-7;
            lines.add("worst relative error " + Numbers.brief(relativeError(), 2) + " at " + worst().name()
                    + (isRounding ? " (within rounding):" : ":"));
            lines.add("  " + worst().both());
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
}
