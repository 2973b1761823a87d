package gradus.render;

import gradus.autograd.Numbers;
import gradus.render.code.Term;
import gradus.render.code.Term.Apply;
import gradus.render.code.Term.Name;
import gradus.render.code.Term.Num;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A term as LaTeX: fractions, powers and roots as they are drawn on the board. */
final class LatexTerm {

    private static final List<List<String>> STRENGTH = List.of(
            List.of(Term.CHOICE), List.of("&&"), List.of("==", "<", ">", "<=", ">="), List.of("+", "-"), List.of("*"));

    private static final int SIGN = STRENGTH.size();
    private static final int ATOM = SIGN + 1;

    private final Function<String, String> names;
    private final String times;

    /**
     * How terms are written.
     *
     * @param names the LaTeX of a name
     * @param arrays whether a product is taken element by element
     */
    LatexTerm(Function<String, String> names, boolean arrays) {
        this.names = names;
        this.times = arrays ? " \\odot " : " \\cdot ";
    }

    String write(Term term) {
        if (term instanceof Num number) {
            return number(number.value());
        }
        if (term instanceof Name name) {
            return name.name().equals("NaN") ? "\\mathrm{NaN}" : names.apply(name.name());
        }
        var apply = (Apply) term;
        return switch (apply.op()) {
            case Term.CHOICE -> cases(apply);
            case "*" -> product(apply.operand(0), apply.operand(1));
            case "/" -> fraction(apply.operand(0), apply.operand(1));
            case "pow" -> power(apply.operand(0), apply.operand(1));
            default -> strength(apply) == ATOM ? call(apply) : operation(apply);
        };
    }

    /** With brackets where it is negative or a sum: fit to stand behind a sign of multiplication. */
    String factor(Term term) {
        return strength(term) == SIGN ? brackets(write(term)) : write(term, STRENGTH.size() - 1);
    }

    private String operation(Apply apply) {
        int strength = strength(apply);
        if (strength == SIGN) {
            return "-" + write(apply.operand(0), STRENGTH.size() - 1);
        }
        return write(apply.operand(0), strength) + " " + sign(apply.op()) + " " + write(apply.operand(1), strength + 1);
    }

    private static String sign(String op) {
        return switch (op) {
            case "<=" -> "\\le";
            case ">=" -> "\\ge";
            case "==" -> "=";
            case "&&" -> ",\\;";
            default -> op;
        };
    }

    private String product(Term a, Term b) {
        if (a.equals(b) && a instanceof Name) {
            return power(a, Term.of(2));
        }
        int own = STRENGTH.size() - 1;
        var joint = a instanceof Num && b instanceof Name ? "\\," : times;
        return write(a, own) + joint + (strength(b) == SIGN ? brackets(write(b)) : write(b, own));
    }

    /** −1/x², with the sign in front. */
    private String fraction(Term a, Term b) {
        boolean negative = strength(a) == SIGN;
        var above = a instanceof Num number ? Term.of(Math.abs(number.value())) : negative ? ((Apply) a).operand(0) : a;
        return (negative ? "-" : "") + "\\frac{" + write(above) + "}{" + write(b) + "}";
    }

    private String power(Term x, Term y) {
        boolean plain = x instanceof Name || (x instanceof Num && !negative(x));
        return (plain ? "{" + write(x) + "}" : brackets(write(x))) + "^{" + write(y) + "}";
    }

    private String call(Apply apply) {
        var operands = apply.operands().stream().map(this::write).collect(Collectors.joining(", "));
        return switch (apply.op()) {
            case "exp" -> "e^{" + operands + "}";
            case "log" -> "\\ln" + brackets(operands);
            case "sqrt" -> "\\sqrt{" + operands + "}";
            case "abs" -> "\\left|" + operands + "\\right|";
            case "sin", "cos", "tan", "tanh", "max", "min" -> "\\" + apply.op() + brackets(operands);
            default -> "\\operatorname{" + apply.op() + "}" + brackets(operands);
        };
    }

    /** Each case with its condition; one that is no number is left out. */
    private String cases(Apply choice) {
        var lines = new StringBuilder();
        Term rest = choice;
        while (rest instanceof Apply next && next.op().equals(Term.CHOICE)) {
            lines.append(lines.length() == 0 ? "" : " \\\\ ");
            lines.append(write(next.operand(1))).append(" & ").append(write(next.operand(0)));
            rest = next.operand(2);
        }
        return "\\begin{cases} " + lines + " \\end{cases}";
    }

    private String write(Term term, int least) {
        var text = write(term);
        return strength(term) < least ? brackets(text) : text;
    }

    static String brackets(String text) {
        return "\\left(" + text + "\\right)";
    }

    private static boolean negative(Term term) {
        return term instanceof Num number && number.value() < 0;
    }

    private static int strength(Term term) {
        if (!(term instanceof Apply apply)) {
            return negative(term) ? SIGN : ATOM;
        }
        if (apply.op().equals(Term.MINUS) && apply.operands().size() == 1) {
            return SIGN;
        }
        if (apply.op().equals("/")) {
            return strength(apply.operand(0)) == SIGN ? SIGN : ATOM;
        }
        for (int i = 0; i < STRENGTH.size(); i++) {
            if (STRENGTH.get(i).contains(apply.op())) {
                return apply.op().equals(Term.CHOICE) ? ATOM : i;
            }
        }
        return ATOM;
    }

    /** A number as pictures write it, with five digits. */
    static String number(double x) {
        return LatexRule.of(Numbers.brief(x), List.of());
    }
}
