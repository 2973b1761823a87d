package gradus.kernel.hint;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Operators between values that have none. */
enum OperatorHint implements Hint {
    OF_NODES(
            "var v = new Var(2); var w = new Var(3);\nv * w",
            "var v = new Var(2);\nv + 1",
            "var v = new Var(2);\n1 - v",
            "var v = new Var(2);\nvar z = 2 * v.sin();",
            "var t = Tensor.of(1, 2);\nt / 2",
            "var v = new Var(2);\nv += 1;") {
        @Override
        public @Nullable String advice(Mistake m) {
            Types t = Types.of(m);
            String method = t == null ? null : METHODS.get(t.sign());
            if (t == null || method == null || !(isNode(m, t.left()) || isNode(m, t.right()))) {
                return null;
            }
            String left = Operands.shown(m.left(m.at()), "a");
            String right = Operands.shown(
                    m.right(m.at() + t.sign().length() + (m.after().startsWith(t.sign() + "=") ? 1 : 0)), "b");
            String call = isNode(m, t.left())
                    ? left + "." + method + "(" + right + ")"
                    : "new Var(" + left + ")." + method + "(" + right + ")";
            if (!isNode(m, t.left()) && (method.equals("add") || method.equals("mul"))) {
                call = right + "." + method + "(" + left + ")";
            }
            return "Java has operators for numbers alone; nodes have methods: " + call;
        }
    },

    SIGN_OF_NODE("var v = new Var(2);\n-v", "var v = new Var(2);\nvar z = -v.exp();") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher type =
                    m.is("operator.cant.be.applied") ? m.find("bad operand type (\\S+) for unary operator '-'") : null;
            return type != null && isNode(m, type.group(1))
                    ? "Java has operators for numbers alone; nodes have methods: "
                            + Operands.shown(m.right(m.at() + 1), "a") + ".neg()"
                    : null;
        }
    },

    NODES_COMPARED(
            "var v = new Var(2); var w = new Var(3);\nv > w",
            "var v = new Var(2);\nif (v == 3) { }",
            "var v = new Var(2);\nv <= 1") {
        @Override
        public @Nullable String advice(Mistake m) {
            Types t = Types.of(m);
            Matcher other = m.is("incomparable.types") ? m.find("(?:types|comparable): (\\S+) and (\\S+)") : null;
            boolean isNode =
                    (t != null && t.sign().matches("[<>]=?|[=!]=") && (isNode(m, t.left()) || isNode(m, t.right())))
                            || (other != null && (isNode(m, other.group(1)) || isNode(m, other.group(2))));
            return isNode ? "Compare the numbers: " + Operands.shown(m.left(m.at()), "a") + ".value()" : null;
        }
    },

    TEXT("\"3\" * 2", "int i = \"3\" - 1;", "String s = \"a\";\ns - \"a\"") {
        @Override
        public @Nullable String advice(Mistake m) {
            Types t = Types.of(m);
            return t != null
                            && (t.left().equals("String") || t.right().equals("String"))
                            && !t.sign().matches("&&|\\|\\|")
                    ? "Of text there is only +. To calculate, read the number: Integer.parseInt(…) or Double.parseDouble(…)"
                    : null;
        }
    },

    CONDITION_OF_NUMBERS("int a = 1;\na && true", "int a = 1;\nif (a || a) { }", "int a = 1;\n!a") {
        @Override
        public @Nullable String advice(Mistake m) {
            Types t = Types.of(m);
            boolean isNot = m.is("operator.cant.be.applied") && m.find("unary operator '!'") != null;
            return isNot || (t != null && t.sign().matches("&&|\\|\\|"))
                    ? "A number is no condition in Java: compare it, such as a != 0"
                    : null;
        }
    },

    POWER("double x = 2;\nx ^ 2", "1.5 ^ 2") {
        @Override
        public @Nullable String advice(Mistake m) {
            Types t = Types.of(m);
            return t != null && t.sign().equals("^") && (t.left() + t.right()).contains("double")
                    ? "^ is no power in Java: Math.pow(" + Operands.shown(m.left(m.at()), "a") + ", "
                            + Operands.shown(m.right(m.at() + 1), "b") + ")"
                    : null;
        }
    };

    private static final Map<String, String> METHODS =
            Map.of("+", "add", "-", "sub", "*", "mul", "/", "div", "^", "pow");

    private final List<String> samples;

    OperatorHint(String... samples) {
        this.samples = List.of(samples);
    }

    @Override
    public List<String> samples() {
        return samples;
    }

    /** What stands on both sides of an operator. */
    private record Types(String sign, String left, String right) {

        static @Nullable Types of(Mistake m) {
            Matcher found = m.is("operator.cant.be.applied.1")
                    ? m.find("binary operator '(\\S+)'\\s+first type: +(\\S+)\\s+second type: +(\\S+)")
                    : null;
            return found == null ? null : new Types(found.group(1), found.group(2), found.group(3));
        }
    }

    /** Whether values of a type have the methods of nodes: the engine's, and those that a student writes. */
    private static boolean isNode(Mistake m, String type) {
        return Character.isUpperCase(type.charAt(0))
                && (m.scope().isA(type, "Node")
                        || (type.equals("Var") && m.scope().members(type, false).contains("mul(")));
    }
}
