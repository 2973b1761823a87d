package gradus.kernel.hint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python in a cell of Java. */
enum PythonHint implements Hint {
    FUNCTION("def f(x): return x + 1", "def twice(x):\n    return 2 * x") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher def = line(m, "^\\s*def\\s+(\\w+)\\s*\\(\\s*(\\w*)");
            return def == null
                    ? null
                    : "In Java a method names its types and has braces: double " + def.group(1) + "("
                            + (def.group(2).isEmpty() ? "" : "double " + def.group(2)) + ") { return …; }";
        }
    },

    LOOP("for e in List.of(1): print(e)", "for i in range(10):\n    i", "for (int e in List.of(1)) { }") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher loop = line(m, "^\\s*for\\s*\\(?\\s*(?:\\w+ )?(\\w+)\\s+in\\s+(\\w+)");
            if (loop == null) {
                return null;
            }
            String name = loop.group(1);
            return loop.group(2).equals("range")
                    ? "In Java: for (int " + name + " = 0; " + name + " < n; " + name + "++) { … }"
                    : "In Java: for (var " + name + " : " + loop.group(2) + ") { … }";
        }
    },

    CONDITION("int a = 1;\nif a > 3 { }", "int a = 1;\nwhile a > 3: a = 2") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher head = line(m, "^\\s*(if|while)\\s+([^({:]+)[{:]");
            return head == null
                    ? null
                    : "A condition stands in parentheses, and what follows in braces: " + head.group(1) + " ("
                            + head.group(2).strip() + ") { … }";
        }
    },

    ELSE_IF("int a = 1;\nelif (a > 3) { }", "if (1 > 2) { }\nelif (1 > 3) { }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return line(m, "(^|\\}|\\s)elif\\b") == null ? null : "In Java it is: else if (…) { … }";
        }
    },

    FORMATTED_TEXT("int a = 1;\nf\"{a}\"", "int a = 1;\nf'{a}'", "int b = 1;\nString s = f\"{b}\";") {
        @Override
        public @Nullable String advice(Mistake m) {
            return line(m, "(?<![\\w\"'])f[\"'][^\"']*\\{") == null
                    ? null
                    : "Java puts text together with +, such as \"a = \" + a, or with \"a = %s\".formatted(a)";
        }
    },

    POWER("3 ** 2", "double x = 2;\nx**3") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher power = line(m, "([\\w.()]+)\\s*\\*\\*\\s*([\\w.(-]+)");
            return power == null
                    ? null
                    : "Java has no sign for powers: Math.pow(" + power.group(1) + ", " + power.group(2)
                            + "), and of a Var x: x.pow(" + power.group(2) + ")";
        }
    },

    LIST("var list = [1, 2, 3];", "int[] a = [1, 2];") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isList = m.is("illegal.start.of.expr") && m.after().startsWith("[");
            return isList
                    ? "Brackets make no list in Java: List.of(1, 2, 3), or new int[] {1, 2, 3} for an array"
                    : null;
        }
    },

    LAMBDA("lambda x: x + 1", "Function<Integer, Integer> f = lambda x: x + 1;") {
        @Override
        public @Nullable String advice(Mistake m) {
            return line(m, "\\blambda\\s+\\w+\\s*:") == null
                    ? null
                    : "In Java it is x -> x + 1, given to a type: Function<Integer, Integer> f = x -> x + 1;";
        }
    },

    IMPORT("import numpy as np", "from math import sqrt") {
        @Override
        public @Nullable String advice(Mistake m) {
            return line(m, "^\\s*(?:import\\s+[\\w.]+\\s+as\\b|from\\s+[\\w.]+\\s+import\\b)") == null
                    ? null
                    : "Java imports a class or a package: import java.util.List; or import java.util.*;";
        }
    },

    WORDS("boolean a = true, b = true;\na and b", "boolean a = true;\nif (not a) { }", "1 > 2 or 2 > 1") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher word = line(m, "(?<=[\\s(])(and|or|not)\\s+[\\w(!]|^not\\s");
            return word == null || !isSyntax(m) ? null : "In Java and is &&, or is ||, not is !";
        }
    },

    COMMENT("# a remark", "int a = 1; # one") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isHash = m.is("illegal.char") && m.after().startsWith("#");
            return isHash ? "A comment begins with // in Java" : null;
        }
    },

    NAME(
            "print(\"x\")",
            "println(1 + 2)",
            "int[] a = {1};\nlen(a)",
            "boolean t = True;",
            "Object o = None;",
            "str(3)") {
        @Override
        public @Nullable String advice(Mistake m) {
            if (!m.isUnknownName() || !m.owner().isEmpty()) {
                return null;
            }
            return switch (m.name()) {
                case "print", "println", "printf" ->
                    "In Java it is System.out." + (m.name().equals("printf") ? "printf" : "println") + "(…)";
                case "len" -> "Java asks the thing itself: array.length, text.length(), list.size()";
                case "True", "False" -> "Java writes it small: " + (m.name().equals("True") ? "true" : "false");
                case "None", "nil", "NULL", "Null" -> "In Java it is null";
                case "str" -> "In Java: String.valueOf(x), or \"\" + x";
                case "range" -> "In Java: for (int i = 0; i < n; i++) { … }";
                case "self" -> "In Java it is this";
                default -> null;
            };
        }
    };

    private final List<String> samples;

    PythonHint(String... samples) {
        this.samples = List.of(samples);
    }

    @Override
    public List<String> samples() {
        return samples;
    }

    private static boolean isSyntax(Mistake m) {
        return m.is("expected", "expected2", "expected3", "illegal.start.of.expr", "not.stmt", "premature.eof")
                || m.isUnknownName();
    }

    /** The marked line, where it has the pattern outside of texts and comments; none of these can be right in Java. */
    private static @Nullable Matcher line(Mistake m, String pattern) {
        if (m.is("prob.found.req")) {
            return null;
        }
        String line = m.line().replaceAll("//.*", "");
        Matcher found = Pattern.compile(pattern).matcher(line);
        boolean isThere = found.find();
        boolean isInText = isThere
                && line.substring(0, found.start())
                                        .chars()
                                        .filter(c -> c == '"')
                                        .count()
                                % 2
                        == 1;
        return isThere && !isInText ? found : null;
    }
}
