package gradus.kernel.hint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of another type than the one that is needed. */
enum TypeHint implements Hint {
    ASSIGNED_IN_CONDITION(
            "int a = 3;\nif (a = 4) { }", "int a = 3;\nwhile (a = 0) { }", "String s = \"a\";\nif (s = \"b\") { }") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher head = Pattern.compile("\\b(?:if|while)\\s*\\(\\s*([\\w.\\[\\]]+)\\s*=\\s*([^=)][^)]*)\\)")
                    .matcher(m.line());
            return is(m, "\\S+", "boolean") && head.find()
                    ? "= assigns, == compares: " + head.group(1) + " == "
                            + head.group(2).strip()
                    : null;
        }
    },

    NUMBER_AS_CONDITION("int a = 1;\nif (a) { }", "int a = 1;\nwhile (a - 1) { }", "boolean b = 1;") {
        @Override
        public @Nullable String advice(Mistake m) {
            return is(m, "int|double|long|Integer|Double", "boolean")
                    ? "A number is no condition in Java: compare it, such as a != 0"
                    : null;
        }
    },

    LIST_AS_ARRAY(
            "List<Integer> a = List.of(1);\na[0]",
            "String s = \"abc\";\ns[0]",
            "Map<String, Integer> m = new HashMap<>();\nm[\"a\"] = 1;") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isNew = m.before().matches("(?s).*\\bnew \\w+\\s*\\[");
            boolean isIndex = m.is("array.req.but.found")
                    || (is(m, "String", "int") && m.before().endsWith("[") && !isNew);
            Matcher found = m.find("array required, but (\\w+)");
            String type = found == null ? "" : found.group(1);
            return !isIndex || m.scope().isA(type, "Node")
                    ? null
                    : type.equals("String")
                            ? "Brackets are for arrays; of a text: text.charAt(0)"
                            : type.equals("List") || type.equals("ArrayList")
                                    ? "Brackets are for arrays; of a list: list.get(0), list.set(0, …)"
                                    : "Brackets are for arrays; of a map: map.get(key), map.put(key, …)";
        }
    },

    TEXT_FOR_NUMBER(
            "int a = \"hello\";",
            "double d = \"3.5\";",
            "Math.abs(\"1\")",
            "int f(int n) { return n; }\nf(\"1\")",
            "long n = \"3\";") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher types = types(m);
            if (types == null || !types.group(1).equals("String") || !NUMBERS.contains(types.group(2))) {
                return null;
            }
            return switch (types.group(2)) {
                case "double", "float" -> "Text becomes a number by Double.parseDouble(…)";
                case "long" -> "Text becomes a number by Long.parseLong(…)";
                default -> "Text becomes a number by Integer.parseInt(…)";
            };
        }
    },

    NUMBER_FOR_TEXT("String s = 5;", "Integer.parseInt(3)", "String f(double x) { return x; }") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher types = types(m);
            return types != null
                            && types.group(2).equals("String")
                            && (NUMBERS.contains(types.group(1))
                                    || types.group(1).equals("boolean"))
                    ? "A value becomes text by String.valueOf(…), or by \"\" + …"
                    : null;
        }
    },

    QUOTES("char c = \"a\";", "String s = 'a';") {
        @Override
        public @Nullable String advice(Mistake m) {
            return is(m, "String", "char") || is(m, "char", "String")
                    ? "Text stands in double quotes, one character in single ones: \"a\" and 'a'"
                    : null;
        }
    },

    DIGITS_LOST(
            "int i = 3.5;",
            "int j = Math.sqrt(2);",
            "long big = 3;\nint small = big;",
            "int half(double x) { return x / 2; }",
            "int r = Math.round(2.5);") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher lost = m.is("prob.found.req") ? m.find("possible lossy conversion from (\\w+) to (\\w+)") : null;
            if (lost == null || lost.group(2).equals("float")) {
                return null;
            }
            return "A " + lost.group(1) + " does not fit into " + a(lost.group(2)) + ": declare it " + lost.group(1)
                    + ", or cut it with (" + lost.group(2) + ") …"
                    + (lost.group(1).equals("double") ? "; Math.round rounds" : "");
        }
    },

    FLOAT("float f = 1.5;") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("prob.found.req") && m.find("lossy conversion from double to float") != null
                    ? "1.5 is a double: take double, or write 1.5f"
                    : null;
        }
    },

    NUMBER_FOR_NODE("Var x = 3;", "Var y = 2.5;", "Var[] w = {1, 2};") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("prob.found.req") && is(m, "int|double|long", "Var|Node")
                    ? "A node is made of a number with new Var(…)"
                    : null;
        }
    },

    NODE_FOR_NUMBER(
            "double d = new Var(3);",
            "var v = new Var(1);\nMath.sin(v)",
            "var v = new Var(1);\ndouble f() { return v; }") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isArgument = m.is("cant.apply.symbol", "cant.apply.symbols")
                    && m.find("(?s)(?:argument mismatch; |\\()Var cannot be converted to double") != null;
            if (isArgument) {
                return nodeAsArgument(m);
            }
            return is(m, "Var", "double|int|float|long") ? nodeAtPlace(m) : null;
        }
    },

    NOTHING_AS_VALUE(
            "var v = new Var(1);\ndouble g = v.backward();",
            "var r = System.out.println(1);",
            "void f() { }\nint a = 1 + f();",
            "System.out.println(System.out.println())") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isVoid = is(m, "void", ".+")
                    || m.is("void.not.allowed.here", "illegal.initializer.for.type")
                    || m.find("variable initializer is 'void'") != null
                    || m.find("(?s)first type: +void|second type: +void|void cannot be") != null;
            return isVoid ? "This call returns nothing (void): call it on a line of its own" : null;
        }
    },

    CAST(
            "Object o = \"s\";\nString s2 = o;",
            "List<Object> a = List.of(1);\nInteger i = a.get(0);",
            "class A { }\nclass B extends A { }\nA a = new B();\nB b = a;") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher types = types(m);
            return types != null && m.scope().isA(types.group(2), types.group(1))
                    ? "If it is " + a(types.group(2)) + ", say so: (" + types.group(2) + ") …"
                    : null;
        }
    },

    VAR_WITHOUT_VALUE("var x;", "var n = null;", "var a = {1, 2};", "var f = x -> x + 1;") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("cant.infer.local.var.type") && m.find("'void'") == null
                    ? "var takes the type of the value, and here is none that tells it: write the type, such as "
                            + (m.message().contains("lambda")
                                    ? "Function<Integer, Integer> f = …"
                                    : m.message().contains("array") ? "int[] a = {1, 2}" : "double x;")
                    : null;
        }
    },

    NULL_FOR_NUMBER("int k = null;", "boolean b = null;") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher type = m.is("prob.found.req")
                    ? m.find("<null(?:type)?> cannot be converted to (int|double|long|boolean|char)")
                    : null;
            return type == null
                    ? null
                    : "A value of type " + type.group(1) + " cannot be null: give it a value, such as "
                            + (type.group(1).equals("boolean") ? "false" : "0");
        }
    },

    LAMBDA_ALONE("x -> x + 1", "Object f = x -> x;") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("prob.found.req", "unexpected.lambda")
                            && (m.is("unexpected.lambda") || m.find("is not a functional interface") != null)
                    ? "A lambda needs a type that says what it takes: Function<Integer, Integer> f = x -> x + 1;"
                    : null;
        }
    },

    PRIMITIVE_AS_TYPE_ARGUMENT("List<int> a;", "new ArrayList<double>()", "Map<String, int> m = null;") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher found =
                    m.is("type.found.req") ? m.find("found: +(int|double|long|boolean|char|float|byte|short)") : null;
            if (found == null || m.find("required: reference") == null) {
                return null;
            }
            String type = found.group(1);
            String box = type.equals("int")
                    ? "Integer"
                    : type.equals("char") ? "Character" : Character.toUpperCase(type.charAt(0)) + type.substring(1);
            return "Between < and > stands a class: " + box;
        }
    },

    METHOD_OF_PRIMITIVE("double d = 3;\nd.toString()", "int n = 3;\nn.equals(3)", "\"abc\".charAt(0).toString()") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher type = m.is("cant.deref") ? m.find("^(\\w+) cannot be dereferenced") : null;
            return type == null
                    ? null
                    : "A value of type " + type.group(1)
                            + " has no methods: compare with ==, make text with String.valueOf(…)";
        }
    };

    private static final Pattern OF_MATH_AND_NODES =
            Pattern.compile("Math\\.(abs|cos|exp|log|max|min|pow|sin|sqrt|tan|tanh)");

    private static final Set<String> NUMBERS =
            Set.of("int", "double", "long", "float", "short", "byte", "Integer", "Double");

    private final List<String> samples;

    TypeHint(String... samples) {
        this.samples = List.of(samples);
    }

    @Override
    public List<String> samples() {
        return samples;
    }

    private static String nodeHasNumber(String node) {
        return "A node is no number; it has one: " + Operands.shown(node, "v") + ".value()";
    }

    /** The compiler does not say which argument is the node: it is known if all others are literals. */
    private static String nodeAsArgument(Mistake m) {
        int open = m.source().indexOf('(', m.at());
        var all = open < 0 ? List.<String>of() : Operands.arguments(m.source(), open);
        var nodes = all.stream().filter(each -> !each.matches("[\\d.].*")).toList();
        return nodes.size() == 1 ? nodeInCall(m, nodes.get(0), open) : nodeHasNumber("");
    }

    private static String nodeAtPlace(Mistake m) {
        var node = Operands.around(m.source(), m.at());
        int open = m.source().lastIndexOf(node, m.at()) - 1;
        return open >= 0 && m.source().charAt(open) == '(' ? nodeInCall(m, node, open) : nodeHasNumber(node);
    }

    private static String nodeInCall(Mistake m, String node, int open) {
        var others = new ArrayList<>(Operands.arguments(m.source(), open));
        others.remove(node);
        var call = OF_MATH_AND_NODES.matcher(Operands.left(m.source(), open));
        return nodeHasNumber(node)
                + (call.matches()
                        ? ". And a node has its own methods: " + Operands.shown(node, "v") + "." + call.group(1) + "("
                                + String.join(", ", others) + ")"
                        : "");
    }

    /** The type that is there, and the one that is needed. */
    private static @Nullable Matcher types(Mistake m) {
        return m.is("prob.found.req", "cant.apply.symbol", "cant.apply.symbols")
                ? m.find("(\\S+) cannot be converted to ([^\\s)]+)")
                : null;
    }

    private static String a(String noun) {
        return ("AEIOUaeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static boolean is(Mistake m, String given, String needed) {
        Matcher types = types(m);
        return types != null && types.group(1).matches(given) && types.group(2).matches(needed);
    }
}
