package gradus.kernel.hint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names that the compiler does not know. */
enum NameHint implements Hint {
    VALUE_WAS_RESET("record Point(int x) {}\nPoint p = new Point(1);\n\nrecord Point(int x, int y) {}\n\np.x()") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.isUnknownName() ? m.scope().resetOf(m.name()) : null;
        }
    },

    LOOKS_LIKE_ANOTHER(
            "int count = 1;\n\nc\u043eunt + 1", // a Cyrillic o
            "class Net {}\n\nnew \u039det()") { // a Greek N
        @Override
        public @Nullable String advice(Mistake m) {
            String plain = LookAlike.plain(m.name());
            boolean isKnown = m.scope().names().contains(plain)
                    || m.tokens().stream().anyMatch(each -> each.text().equals(plain));
            boolean isMixed = plain.matches("\\w+") && m.name().matches(".*[a-zA-Z].*");
            return m.isUnknownName() && !plain.equals(m.name()) && (isKnown || isMixed)
                    ? LookAlike.advice(m.name())
                    : null;
        }
    },

    WAITS_FOR_ANOTHER("class Uses extends Later {}\n\nnew Uses()") {
        @Override
        public @Nullable String advice(Mistake m) {
            List<String> missing = m.isUnknownName() ? m.scope().missingFor(m.name()) : List.of();
            if (missing.isEmpty()) {
                return null;
            }
            String first = missing.get(0).replaceFirst("^\\w+ ", "");
            String full = m.scope().importOf(first);
            return m.name() + " is declared, but cannot be used until this is declared too: "
                    + String.join(", ", missing) + (full == null ? "" : " (import " + full + ";)");
        }
    },

    OTHER_LANGUAGES_TYPE(
            "string s = \"x\";",
            "bool b = true;",
            "system.out.println(1);",
            "integer i = 3;",
            "Int i = 3;",
            "float32 x = 1;") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher place = m.is("doesnt.exist") ? m.find("package (\\w+) does") : null;
            String name = place == null ? m.name() : place.group(1);
            String meant = TYPES.get(name);
            boolean isIt = place != null
                    || (m.isUnknownName() && m.owner().isEmpty() && !m.kind().equals("method"));
            return isIt && meant != null ? "Did you mean " + meant + "?" : null;
        }
    },

    IMPORT(
            "LocalDate d = LocalDate.now();",
            "Pattern p = null;",
            "new SecureRandom()",
            "var n = new AtomicInteger(1);",
            "Color.RED") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isClass =
                    m.isUnknownName() && m.owner().isEmpty() && !m.kind().equals("method");
            String full = isClass ? m.scope().importOf(m.name()) : null;
            return full == null ? null : "Put this line above: import " + full + ";";
        }
    },

    IMPORTED_BY_A_WRONG_NAME("import java.util.Lst;", "import java.utl.*;", "import java.time.Duraton;") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher line = Pattern.compile("^\\s*import\\s+(?:static\\s+)?([\\w.]+?)(?:\\.\\*)?\\s*;?\\s*$")
                    .matcher(m.line());
            return line.find() && (m.isUnknownName() || m.is("doesnt.exist"))
                    ? "There is no " + line.group(1)
                            + ": a library of that name is not on the class path (%maven adds one), or a letter is wrong"
                    : null;
        }
    },

    MISSING_NEW("var x = Var(3);", "List<Integer> a = ArrayList<>();", "class P { }\nP p = P();") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher generic = Pattern.compile("=\\s*([A-Z]\\w*)<[^=]*>\\s*\\(").matcher(m.line());
            if (m.is("illegal.start.of.expr") && generic.find()) {
                return "An object is made with new: new " + generic.group(1) + "<>(…)";
            }
            boolean isCall =
                    m.isUnknownName() && m.kind().equals("method") && m.owner().isEmpty();
            return isCall && isKnown(m) && Character.isUpperCase(m.name().charAt(0))
                    ? "An object is made with new: new " + m.name() + "(…)"
                    : null;
        }
    },

    VARIABLE_IS_NO_METHOD("double rent = 1;\nrent(1, 2)", "Function<Integer, Integer> f = x -> x;\nf(3)") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isCall =
                    m.isUnknownName() && m.kind().equals("method") && m.owner().isEmpty();
            return isCall && isKnown(m)
                    ? m.name()
                            + " is a variable, and only a method is called by its name alone; a function in a variable is"
                            + " called by the method of its type, such as f.apply(x)"
                    : null;
        }
    },

    LENGTH(
            "int[] a = {1};\na.length()",
            "int[] a = {1};\na.size()",
            "var s = \"abc\";\ns.length",
            "var s = \"abc\";\ns.size()",
            "List<Integer> a = List.of(1);\na.length",
            "List<Integer> a = List.of(1);\na.length()",
            "Map<String, Integer> m = Map.of();\nm.length()") {
        @Override
        public @Nullable String advice(Mistake m) {
            if (!m.isUnknownName()
                    || !m.name().matches("length|size|count|Length")
                    || m.owner().isEmpty()) {
                return null;
            }
            String value = m.left(m.at()).isEmpty() ? "a" : m.left(m.at());
            if (m.owner().endsWith("[]")) {
                return "An array's length is a field, without parentheses: " + value + ".length";
            }
            Set<String> members = m.members();
            return members.contains("length(")
                    ? "A text's length is a method: " + value + ".length()"
                    : members.contains("size(") ? "A collection's is called size: " + value + ".size()" : null;
        }
    },

    MISSING_PARENTHESES(
            "var x = new Var(3);\nx.grad",
            "var x = new Var(3);\nx.sin.exp()",
            "List<Integer> a = List.of();\na.isEmpty",
            "Math.random") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher hidden = m.is("report.access") ? m.find("^(\\w+) has private access in (\\w+)") : null;
            String name = hidden == null ? m.name() : hidden.group(1);
            String owner = hidden == null ? m.owner() : hidden.group(2);
            boolean isField = hidden != null || (m.isUnknownName() && m.kind().equals("variable"));
            return isField && !owner.isEmpty() && m.members(owner).contains(name + "(")
                    ? name + " is a method, and a call has parentheses: " + name + "(…)"
                    : null;
        }
    },

    FIELD_IS_NO_METHOD("Math.PI()", "class P { int x; }\nnew P().x()") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isCall =
                    m.isUnknownName() && m.kind().equals("method") && !m.owner().isEmpty();
            return isCall && m.members().contains(m.name()) ? m.name() + " is a field, and has no parentheses" : null;
        }
    },

    FUNCTION_OF_MATH("sqrt(2)", "double y = abs(-3);", "pow(2, 3)") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isCall =
                    m.isUnknownName() && m.kind().equals("method") && m.owner().isEmpty();
            return isCall && m.scope().members("Math", true).contains(m.name() + "(")
                    ? "It belongs to Math: Math." + m.name() + "(…)"
                    : null;
        }
    },

    NEVER_DECLARED("total0 = 3", "loss0 = 1.5;", "xs0 += 1") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isAssigned = m.isUnknownName()
                    && m.kind().equals("variable")
                    && m.owner().isEmpty()
                    && m.after().matches("(?s)" + Pattern.quote(m.name()) + "\\s*(?:[-+*/]?=[^=].*|\\+\\+.*)")
                    && m.tokens().stream()
                                    .filter(each -> each.text().equals(m.name()))
                                    .count()
                            == 1;
            return isAssigned && nearest(m) == null
                    ? "A variable is declared before it is used: var " + m.name() + " = …;"
                    : null;
        }
    },

    DID_YOU_MEAN(
            "int total = 0;\ntotl + 1",
            "String text = \"abc\";\ntext.lenght()",
            "Strin z = \"x\";",
            "System.out.printn(1);",
            "Math.pi",
            "Mth.sqrt(2)",
            "Math.Sqrt(2)",
            "var v = new Var(1);\nv.backwards()",
            "Tensr.of(1, 2)",
            "int twice(int n) { return 2 * n; }\ntwise(3)",
            "new Vra(3)",
            "var Rate = 1;\nrate + 1",
            "Sytem.out.println(1)",
            "class A { int print() { return 1; } }\nnew A().prnt()",
            "List.of(1).foreach(x -> System.out.println(x))") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher place = m.is("doesnt.exist") ? m.find("package (\\w+) does") : null;
            String nearest = place != null
                    ? Nearest.to(place.group(1), m.scope().names())
                    : m.isUnknownName() ? nearest(m) : null;
            return nearest == null ? null : "Did you mean " + nearest + "?";
        }
    },

    NOT_DECLARED("W0.matmul(3)", "int a = 1;\na + unheardOf", "hidden0") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isVariable = m.isUnknownName()
                    && m.kind().equals("variable")
                    && m.owner().isEmpty();
            return isVariable
                    ? "Nothing of this name is there yet: run the cell that declares it; after a restart of the kernel, all"
                            + " cells above"
                    : null;
        }
    };

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("string", "String"),
            Map.entry("str", "String"),
            Map.entry("system", "System"),
            Map.entry("bool", "boolean"),
            Map.entry("integer", "int"),
            Map.entry("Int", "int"),
            Map.entry("object", "Object"),
            Map.entry("math", "Math"),
            Map.entry("float32", "float"),
            Map.entry("float64", "double"),
            Map.entry("list", "List"),
            Map.entry("dict", "Map"),
            Map.entry("let", "var"),
            Map.entry("auto", "var"),
            Map.entry("val", "var"));

    private final List<String> samples;

    NameHint(String... samples) {
        this.samples = List.of(samples);
    }

    @Override
    public List<String> samples() {
        return samples;
    }

    private static boolean isKnown(Mistake m) {
        return m.scope().names().contains(m.name());
    }

    private static @Nullable String nearest(Mistake m) {
        Set<String> known = new LinkedHashSet<>(m.owner().isEmpty() ? m.scope().names() : m.members());
        if (m.owner().isEmpty()) {
            known.addAll(namesOfSnippet(m));
        }
        boolean isMethod = m.kind().equals("method");
        Set<String> fitting = known.stream()
                .filter(each -> isMethod == each.endsWith("("))
                .map(each -> each.replace("(", ""))
                .collect(Collectors.toSet());
        return Nearest.to(m.name(), fitting);
    }

    /** Parameters and local variables: names that the snippet has twice or that stand behind a type. */
    private static Set<String> namesOfSnippet(Mistake m) {
        var names = new LinkedHashSet<String>();
        List<Tokens.Token> tokens = m.tokens();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean isDeclared = tokens.get(i).isWord()
                    && (tokens.get(i - 1).isWord() || tokens.get(i - 1).text().matches("[]>]"))
                    && !tokens.get(i - 1).text().matches("new|return|throw|instanceof|else|case")
                    && tokens.get(i).at() < m.at();
            if (isDeclared) {
                names.add(tokens.get(i).text() + (tokens.get(i + 1).text().equals("(") ? "(" : ""));
            }
        }
        return names;
    }
}
