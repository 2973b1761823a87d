package gradus.kernel.hint;

import gradus.kernel.hint.Tokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text that is no Java: quotes, words and signs that are missing, or others. */
enum SyntaxHint implements Hint {
    MAGIC_IN_A_LINE("int a = 1; %who", "var x = %time 3;") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.after().matches("(?s)%[a-z].*") ? "A magic begins a line of its own" : null;
        }
    },

    TEXT_NOT_CLOSED("String s = \"hello;", "System.out.println(\"hello);") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("unclosed.str.lit") ? "A text ends with \" on the line on which it begins" : null;
        }
    },

    TEXT_BLOCK_NOT_CLOSED("String s = \"\"\"\n  hello\n  \";") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("unclosed.text.block") ? "A text of several lines ends with \"\"\"" : null;
        }
    },

    TEXT_IN_SINGLE_QUOTES("'hello'", "System.out.println('hello world');", "String s = '';") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("unclosed.char.lit", "empty.char.lit")
                    ? "Text stands in double quotes: \"hello\". Single quotes hold one character: 'h'"
                    : null;
        }
    },

    FOREIGN_SIGN(
            "String s = “hello”;",
            "int a = 3 – 1;",
            "int a² = 3;",
            "int\u00a0a = 1;",
            "int a = 1；",
            "int a = 2 × 3;",
            "int a = 1; 😀",
            "System.out.println(‘h’);",
            "\u200bint a = 1;") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("illegal.char") && !m.after().isEmpty()
                    ? ForeignSign.advice(m.after().codePointAt(0))
                    : null;
        }
    },

    ELSE_WITHOUT_IF(
            "int a = 1;\nif (a > 3) { a = 2; };\nelse { a = 3; }",
            "else { }",
            "int f(int a) { if (a > 1) a = 2; a = 3; else a = 4; return a; }") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isElse = m.is("else.without.if", "premature.eof", "illegal.start.of.type", "illegal.start.of.expr")
                    && m.after().startsWith("else");
            return isElse
                    ? "else belongs to the if right before it: nothing stands between } and else, and several statements need { }"
                    : null;
        }
    },

    ARRAY_WITHOUT_TYPE("Tensor.of({1, 2})", "Math.max({1, 2}, 3)", "int[] a = {1};\na = {1, 2};") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isArray = m.is("illegal.start.of.expr", "not.stmt", "illegal.start.of.stmt")
                    && m.after().startsWith("{")
                    && m.before().stripTrailing().matches("(?s).*[(,=]");
            return isArray ? "Here an array needs its type: new double[] {1, 2}" : null;
        }
    },

    CONST("const int k = 3;", "const double G = 9.81;") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.after().startsWith("const ") ? "In Java it is: final int k = 3;" : null;
        }
    },

    OCTAL("int w = 08;", "int d = 1 + 09;") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("expected", "expected3", "illegal.digit.in.octal.literal")
                            && matches(m.line(), "(?<![\\w.])0[0-7]*[89]")
                    ? "A whole number that begins with 0 is read with the base 8: leave the 0 out"
                    : null;
        }
    },

    ARRAY_LENGTH_IN_ITS_NAME("int ic[3];") {
        @Override
        public @Nullable String advice(Mistake m) {
            return matches(m.line(), "\\w+\\s+\\w+\\[\\d+\\]\\s*;")
                    ? "An array gets its length when it is made: int[] a = new int[3];"
                    : null;
        }
    },

    COMMA_IN_FOR("for (int i = 0, i < 3, i++) { }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return matches(m.line(), "\\bfor\\s*\\([^;]*,[^;]*,[^;]*\\)")
                    ? "The parts of a for are parted by semicolons: for (int i = 0; i < n; i++)"
                    : null;
        }
    },

    NAME_IS_A_WORD_OF_JAVA("int class = 3;", "double new = 1;") {
        @Override
        public @Nullable String advice(Mistake m) {
            Matcher word = Pattern.compile(
                            "\\b(?:int|double|String|boolean|var|long)\\s+(class|new|for|if|else|while|do|switch|case"
                                    + "|default|static|final|public|private|this|super|int|double|return|try|catch|import|package|enum|goto|const)\\b\\s*[=;,)]")
                    .matcher(m.line());
            return word.find() ? word.group(1) + " is a word of Java itself: take another name" : null;
        }
    },

    NAME_BEGINS_WITH_DIGIT("int 2x = 3;") {
        @Override
        public @Nullable String advice(Mistake m) {
            return matches(m.line(), "\\b(?:int|double|String|boolean|var|long|Var|Tensor)\\s+\\d\\w*\\s*[=;]")
                    ? "A name begins with a letter: x2, not 2x"
                    : null;
        }
    },

    ARRAY_LENGTH_AND_VALUES("int[] ib = new int[3] {1, 2, 3};") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("illegal.array.creation.both.dimension.and.initialization")
                    ? "Values tell the length themselves: new int[] {1, 2, 3}"
                    : null;
        }
    },

    PARAMETER_WITHOUT_TYPE("int f(a, b) { return a; }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("expected")
                            && m.message().startsWith("<identifier>")
                            && matches(m.line(), "\\w+\\s+\\w+\\s*\\(\\w+\\s*[,)]")
                    ? "Each parameter has its type: int f(int a, int b)"
                    : null;
        }
    },

    NO_RETURN_TYPE("class A { f(int a) { return a; } }", "twice(int a) { return 2 * a; }") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isMethod = m.is("invalid.meth.decl.ret.type.req")
                    || matches(m.line(), "^\\s*\\w+\\s*\\(\\s*\\w+ \\w+.*\\)\\s*\\{");
            return isMethod && !matches(m.line(), "^\\s*(?:if|for|while|switch|catch|try)\\b")
                    ? "A method says first what it returns: int f(int a) { … }, or void where that is nothing"
                    : null;
        }
    },

    WORD_OF_JAVA_MISTYPED(
            "class P { int x() { retrun 1; } }",
            "pubic int f9() { return 1; }",
            "improt java.time.*;",
            "int f(int n) { whlie (n > 0) { n--; } return n; }") {
        @Override
        public @Nullable String advice(Mistake m) {
            if (!m.is("not.stmt", "expected", "expected2", "expected3", "expected4", "cant.resolve.args")) {
                return null;
            }
            return Tokens.of(m.line()).stream()
                    .map(Token::text)
                    .filter(each ->
                            each.length() >= 4 && !WORDS.contains(each) && each.equals(each.toLowerCase(Locale.ROOT)))
                    .filter(each -> !m.scope().names().contains(each))
                    .map(each -> Nearest.to(each, WORDS))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(each -> "Did you mean " + each + "?")
                    .orElse(null);
        }
    },

    NEW_WITHOUT_PARENTHESES("List<Integer> li = new ArrayList<>;", "throw new Exception", "Var v = new Var;") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("expected2") && m.message().startsWith("'(' or '['")
                    ? "new calls a constructor, and a call has parentheses: new ArrayList<>()"
                    : null;
        }
    },

    METHOD_OF_EVERY_OBJECT("public String toString() { return \"\"; }", "int hashCode() { return 1; }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("object.method")
                    ? "Every object has a method of this name: write yours into a class, or take another name"
                    : null;
        }
    },

    VALUE_ALONE("int f(int n) { n + 1; }", "if (1 > 0) { 5; }", "int a = 1;\nif (true) { a == 2; }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("not.stmt")
                    ? "A value alone does nothing here: return it, print it or give it a name (and = assigns, == compares)"
                    : null;
        }
    },

    NUMBER_TOO_LARGE("int e2 = 3000000000;") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("int.number.too.large") ? "An int ends at 2147483647: write 3000000000L, into a long" : null;
        }
    },

    TRY_ALONE("try { int w1 = 3; }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("try.without.catch.finally.or.resource.decls")
                    ? "Behind the try comes what to do when it fails: catch (Exception e) { … }"
                    : null;
        }
    },

    SEMICOLON(
            "int x = 3\nint y = 4;",
            "class A1 { int f() { return 1 } }",
            "void f() { System.out.println(\"x\") }",
            "int x = 1\nx + 1") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isAtEnd = m.after().matches("(?s)\\s*(?:\\n.*|\\}.*|//.*|)");
            return m.is("expected") && m.message().startsWith("';'") && isAtEnd
                    ? "A semicolon is missing here: a statement ends with ;"
                    : null;
        }
    };

    private static final Set<String> WORDS = Set.of(
            "return",
            "public",
            "private",
            "static",
            "class",
            "import",
            "while",
            "else",
            "void",
            "double",
            "boolean",
            "final",
            "interface",
            "record",
            "enum",
            "extends",
            "implements",
            "switch",
            "break",
            "throw",
            "this");

    private final List<String> samples;

    SyntaxHint(String... samples) {
        this.samples = List.of(samples);
    }

    @Override
    public List<String> samples() {
        return samples;
    }

    private static boolean matches(String line, String pattern) {
        return Pattern.compile(pattern).matcher(line).find();
    }
}
