package gradus.render.code;

import gradus.render.code.Term.Apply;
import gradus.render.code.Term.Name;
import gradus.render.code.Term.Num;
import java.util.List;
import java.util.stream.Collectors;

/** A programming language, as far as terms need it. */
public enum Language {
    /** As students write it in a cell. */
    JAVA {
        @Override
        String function(String name) {
            return "Math." + (name.equals("sign") ? "signum" : name);
        }

        @Override
        String number(double value) {
            return special(value, "Double.NaN", "Double.POSITIVE_INFINITY", plain(value));
        }
    },

    /** As a page runs it. */
    JAVASCRIPT {
        @Override
        String function(String name) {
            return "Math." + name;
        }

        @Override
        String number(double value) {
            return special(value, "NaN", "Infinity", plain(value));
        }
    },

    /** Plain Python 3, without any package. */
    PYTHON {
        @Override
        String function(String name) {
            return switch (name) {
                case "abs", "max", "min" -> name;
                default -> "math." + name;
            };
        }

        @Override
        String number(double value) {
            return special(value, "math.nan", "math.inf", plain(value).replace("E", "e"));
        }

        @Override
        String call(String name, List<String> operands) {
            return name.equals("sign")
                    ? "((" + operands.get(0) + " > 0) - (" + operands.get(0) + " < 0))"
                    : super.call(name, operands);
        }

        @Override
        String choice(String condition, String yes, String no) {
            return yes + " if " + condition + " else " + no;
        }

        @Override
        String operator(String sign) {
            return sign.equals("&&") ? "and" : sign;
        }
    },

    /** Python with NumPy, for arrays and for numbers. */
    NUMPY {
        @Override
        String function(String name) {
            return switch (name) {
                case "max", "min" -> "np." + name + "imum";
                case "pow" -> "np.power";
                case Term.CHOICE -> "np.where";
                case "&&" -> "np.logical_and";
                default -> "np." + name;
            };
        }

        @Override
        String number(double value) {
            return PYTHON.number(value).replace("math.", "np.");
        }

        @Override
        boolean isFunction(String operator) {
            return operator.equals(Term.CHOICE) || operator.equals("&&");
        }
    };

    /** How tightly operators bind, from the loosest; what is not here is a choice, or stands by itself. */
    private static final List<List<String>> STRENGTH = List.of(
            List.of(Term.CHOICE),
            List.of("&&"),
            List.of("=="),
            List.of("<", ">", "<=", ">="),
            List.of("+", "-"),
            List.of("*", "/"));

    private static final int SIGN = STRENGTH.size();
    private static final int ATOM = SIGN + 1;

    /** The name of a function in this language. */
    abstract String function(String name);

    /** A number, 0 or more or special. */
    abstract String number(double value);

    /** Whether what is an operator elsewhere is called as a function here. */
    boolean isFunction(String operator) {
        return false;
    }

    String call(String name, List<String> operands) {
        return function(name) + "(" + String.join(", ", operands) + ")";
    }

    String choice(String condition, String yes, String no) {
        return condition + " ? " + yes + " : " + no;
    }

    String operator(String sign) {
        return sign;
    }

    /** The term as text; variables as they are called in it. */
    public final String write(Term term) {
        if (term instanceof Num number) {
            return number(number.value());
        }
        if (term instanceof Name name) {
            return switch (name.name()) {
                case "NaN" -> number(Double.NaN);
                case "Infinity" -> number(Double.POSITIVE_INFINITY);
                default -> name.name();
            };
        }
        var apply = (Apply) term;
        var operands = apply.operands();
        int strength = strength(apply);
        if (strength == ATOM) {
            return call(apply.op(), operands.stream().map(this::write).collect(Collectors.toList()));
        }
        if (strength == SIGN) {
            return "-" + write(apply.operand(0), SIGN + 1);
        }
        if (apply.op().equals(Term.CHOICE)) {
            return choice(write(apply.operand(0), 1), write(apply.operand(1), 1), write(apply.operand(2), 0));
        }
        return write(apply.operand(0), strength) + " " + operator(apply.op()) + " "
                + write(apply.operand(1), strength + 1);
    }

    private String write(Term term, int least) {
        return strength(term) < least ? "(" + write(term) + ")" : write(term);
    }

    private int strength(Term term) {
        if (term instanceof Num number) {
            return number.value() < 0 ? SIGN : ATOM;
        }
        if (!(term instanceof Apply apply)) {
            return ATOM;
        }
        if (apply.op().equals(Term.MINUS) && apply.operands().size() == 1) {
            return SIGN;
        }
        for (int i = 0; i < STRENGTH.size() && !isFunction(apply.op()); i++) {
            if (STRENGTH.get(i).contains(apply.op())) {
                return i;
            }
        }
        return ATOM;
    }

    private static String special(double value, String nan, String infinity, String plain) {
        if (Double.isNaN(value)) {
            return nan;
        }
        return Double.isInfinite(value) ? (value > 0 ? "" : "-") + infinity : plain;
    }

    /** As short as it can be read back: 3 and not 3.0, which an operation on doubles takes for the same. */
    private static String plain(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9 && 1 / value != Double.NEGATIVE_INFINITY;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
