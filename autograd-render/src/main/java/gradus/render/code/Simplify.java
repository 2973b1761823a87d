package gradus.render.code;

import gradus.render.code.Term.Apply;
import gradus.render.code.Term.Name;
import gradus.render.code.Term.Num;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Terms as one would write them on the board: {@code 2 * y} and not {@code 2 == 0 ? 0 : 2 * pow(y, 2 - 1)}.
 *
 * <p>Inside the domain the value stays the same, but for rounding. A choice that only says that outside of the domain
 * there is no number is left out: {@code x < 0 ? NaN : 1 / x} becomes {@code 1 / x}.
 */
public final class Simplify {

    private static final String TIMES = "*";
    private static final String OVER = "/";

    private Simplify() {}

    /** The term with terms in the place of some of its names, simplified. */
    static Term with(Term term, Function<String, Term> place) {
        return term instanceof Name name ? place.apply(name.name()) : of(term.map(t -> with(t, place)));
    }

    /** {@link #with} for the names that the map has. */
    static Term with(Term term, Map<String, Term> places) {
        return with(term, name -> places.getOrDefault(name, new Name(name)));
    }

    /** A product, simplified. */
    static Term product(Term a, Term b) {
        return of(Term.of(TIMES, a, b));
    }

    /** A product, simplified: where x is the largest, the upstream gradient, and 0 elsewhere. */
    static Term multipliedOut(Term term) {
        return term instanceof Apply apply && apply.op().equals(TIMES)
                ? product(apply.operand(0), apply.operand(1))
                : term;
    }

    /** The term simplified, whose operands are simple already. */
    private static Term of(Term term) {
        if (!(term instanceof Apply apply)) {
            return term;
        }
        var all = apply.operands();
        return switch (apply.op()) {
            case Term.CHOICE -> choice(apply);
            case Term.MINUS -> all.size() == 1 ? minus(all.get(0), apply) : numbers(apply);
            case TIMES -> times(all.get(0), all.get(1), apply);
            case OVER -> all.get(1).is(1) ? all.get(0) : numbers(apply);
            case "pow" -> power(all.get(0), all.get(1), apply);
            case "&&" ->
                all.get(0).is(0) || all.get(1).is(0)
                        ? Term.of(0)
                        : all.get(0).is(1) ? all.get(1) : all.get(1).is(1) ? all.get(0) : apply;
            default -> numbers(apply);
        };
    }

    private static Term choice(Apply apply) {
        var condition = apply.operand(0);
        if (condition instanceof Num number) {
            return apply.operand(number.value() == 0 ? 2 : 1);
        }
        if (isNaN(apply.operand(1))) {
            return apply.operand(2);
        }
        return isNaN(apply.operand(2)) ? apply.operand(1) : apply;
    }

    private static boolean isNaN(Term term) {
        return term.equals(new Name("NaN"));
    }

    private static Term minus(Term x, Apply apply) {
        if (x instanceof Num number) {
            return Term.of(-number.value());
        }
        return isMinus(x) ? ((Apply) x).operand(0) : apply;
    }

    private static boolean isMinus(Term term) {
        return term instanceof Apply apply
                && apply.op().equals(Term.MINUS)
                && apply.operands().size() == 1;
    }

    private static Term times(Term a, Term b, Apply apply) {
        if (a.is(1) || b.is(0)) {
            return b;
        }
        if (b.is(1) || a.is(0)) {
            return a;
        }
        if (b.is(-1)) {
            return of(Term.of(Term.MINUS, a));
        }
        if (isMinus(b)) {
            return product(of(Term.of(Term.MINUS, a)), ((Apply) b).operand(0));
        }
        if (b instanceof Apply right) {
            var operands = right.operands();
            switch (right.op()) {
                case TIMES -> {
                    return product(product(a, operands.get(0)), operands.get(1));
                }
                case OVER -> {
                    return of(Term.of(OVER, product(a, operands.get(0)), operands.get(1)));
                }
                case Term.CHOICE -> {
                    return of(Term.of(
                            Term.CHOICE, operands.get(0), product(a, operands.get(1)), product(a, operands.get(2))));
                }
                default -> {
                    return apply;
                }
            }
        }
        return numbers(apply);
    }

    private static Term power(Term x, Term y, Apply apply) {
        if (y.is(1)) {
            return x;
        }
        return y.is(2) && x instanceof Name ? Term.of(TIMES, x, x) : apply;
    }

    /** What two numbers give. */
    private static Term numbers(Apply apply) {
        var all = apply.operands();
        if (all.size() != 2 || !(all.get(0) instanceof Num a) || !(all.get(1) instanceof Num b)) {
            return apply;
        }
        double x = a.value();
        double y = b.value();
        return switch (apply.op()) {
            case "+" -> Term.of(x + y);
            case "-" -> Term.of(x - y);
            case TIMES -> Term.of(x * y);
            case OVER -> Term.of(x / y);
            case "==" -> Term.of(x == y ? 1 : 0);
            case "<" -> Term.of(x < y ? 1 : 0);
            case ">" -> Term.of(x > y ? 1 : 0);
            case "<=" -> Term.of(x <= y ? 1 : 0);
            case ">=" -> Term.of(x >= y ? 1 : 0);
            default -> apply;
        };
    }

    /**
     * A choice of cases with their conditions, simplified one by one. A choice that sets one point apart, such as {@code y
     * == 0 ? 0 : …}, is made for these numbers.
     */
    public static Term cases(Term term, Map<String, Term> places, Map<String, Term> numbers) {
        if (!(term instanceof Apply apply) || !apply.op().equals(Term.CHOICE)) {
            return with(term, places);
        }
        boolean ends = apply.operand(2) instanceof Apply next && next.op().equals(Term.CHOICE);
        if (isNaN(apply.operand(1))) {
            return cases(apply.operand(2), places, numbers);
        }
        if (!ends && !isNaN(apply.operand(2))) {
            boolean holds = !with(apply.operand(0), numbers).is(0);
            return cases(apply.operand(holds ? 1 : 2), places, numbers);
        }
        return Term.of(
                Term.CHOICE,
                with(apply.operand(0), places),
                with(apply.operand(1), places),
                cases(apply.operand(2), places, numbers));
    }

    /** A formula over a line, written out for these elements; {@code others} leaves out the one at place i. */
    public static Term unrolled(Formula formula, List<Term> x, int i, Map<String, Term> places) {
        var known = new java.util.HashMap<>(places);
        known.put("n", Term.of(x.size()));
        for (var let : formula.lets()) {
            known.put(let.name(), unrolled(let.term(), x, i, known));
        }
        return unrolled(formula.result(), x, i, known);
    }

    private static Term unrolled(Term term, List<Term> x, int i, Map<String, Term> places) {
        if (!(term instanceof Apply apply) || !apply.isOverLine()) {
            return term instanceof Name ? with(term, places) : of(term.map(t -> unrolled(t, x, i, places)));
        }
        boolean others = apply.op().equals("others");
        var joint = switch (apply.op()) {
            case "sum" -> "+";
            case "product", "others" -> TIMES;
            default -> apply.op();
        };
        Term all = null;
        for (int k = 0; k < x.size(); k++) {
            if (others && k == i) {
                continue;
            }
            var element = new java.util.HashMap<>(places);
            element.put("x", x.get(k));
            var next = unrolled(apply.operand(0), x, k, element);
            all = all == null ? next : Term.of(joint, all, next);
        }
        return all == null ? Term.of(joint.equals("+") ? 0 : 1) : all;
    }
}
