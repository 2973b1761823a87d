package gradus.kernel.hint;

import gradus.kernel.hint.Tokens.Token;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brackets that are not closed, or closed too often, and commas between what stands in them. */
enum BracketHint implements Hint {
    BRACE_NOT_CLOSED(
            "int h(int n) {\n  if (n > 0) {\n    return 1;\n  return 2;\n}",
            "class A {\n  int f() { return 1; }",
            "for (int i = 0; i < 3; i++) {") {
        @Override
        public @Nullable String advice(Mistake m) {
            Token open = unclosed(m);
            return m.is("premature.eof") && open != null && open.text().equals("{")
                    ? "A closing } is missing: of the { " + where(m, open)
                    : null;
        }
    },

    PARENTHESIS_NOT_CLOSED(
            "System.out.println(\"x\"",
            "System.out.println(Math.max(1, 2);",
            "for (int k = 0; k < 3; k++ { }",
            "int[] a = {1};\na[0") {
        @Override
        public @Nullable String advice(Mistake m) {
            Token open = m.is("premature.eof", "expected", "expected2", "expected3", "illegal.start.of.expr")
                    ? unclosed(m)
                    : null;
            boolean isAbove = open != null && (m.is("premature.eof") || open.at() < m.at());
            boolean isIt = m.is("premature.eof") || m.message().matches("(?s).*'[])]'.*expected.*");
            return isAbove
                            && isIt
                            && unbalanced(m) > 0
                            && open != null
                            && !open.text().equals("{")
                    ? "A closing " + (open.text().equals("(") ? ")" : "]") + " is missing: of the " + open.text() + " "
                            + where(m, open)
                    : null;
        }
    },

    CLOSED_TOO_OFTEN("System.out.println(\"x\"));", "int f() { return 1; } }") {
        @Override
        public @Nullable String advice(Mistake m) {
            String rest = m.after().isBlank() ? m.source().strip() : m.after();
            return rest.matches("(?s)[)}\\]].*") && unbalanced(m) < 0
                    ? "There is one " + rest.charAt(0) + " more than was opened"
                    : null;
        }
    },

    COMMA_MISSING(
            "int f2(int a int b) { return a; }", "Math.max(1 2)", "int[] a = {1 2};", "record P(int x int y) {}") {
        @Override
        public @Nullable String advice(Mistake m) {
            boolean isInSignature =
                    m.is("expected2", "expected3", "expected4") && m.message().startsWith("','");
            boolean isInCall =
                    m.is("expected", "expected2", "expected3") && m.message().startsWith("')'");
            boolean isInList = isInSignature || (isInCall && unbalanced(m) == 0);
            boolean isInBraces = m.is("illegal.start.of.type", "expected")
                    && m.line().matches(".*\\{\\s*\\w+ +\\w+.*\\}.*")
                    && m.line().contains("= {");
            return isInList || isInBraces
                    ? "A comma is missing here: parameters, arguments and elements are parted by commas"
                    : null;
        }
    };

    private final List<String> samples;

    BracketHint(String... samples) {
        this.samples = List.of(samples);
    }

    @Override
    public List<String> samples() {
        return samples;
    }

    /** The bracket that is still open at the end, or where another kind closes. */
    private static @Nullable Token unclosed(Mistake m) {
        var open = new ArrayDeque<Token>();
        for (Token each : m.tokens()) {
            if (each.depth() > 0) {
                open.push(each);
            } else if (each.depth() < 0 && !open.isEmpty()) {
                boolean fits = List.of("()", "{}", "[]").contains(open.element().text() + each.text());
                if (!fits) {
                    return open.element();
                }
                open.pop();
            }
            if (m.is("expected", "expected2", "expected3", "illegal.start.of.expr")
                    && each.at() >= m.at()
                    && !open.isEmpty()) {
                return open.element().at() == each.at()
                        ? open.stream().skip(1).findFirst().orElse(null)
                        : open.element();
            }
        }
        return innermost(m, open);
    }

    /** Of several braces, the one that the lines' indentation says is not closed: what follows is no deeper than itself. */
    private static @Nullable Token innermost(Mistake m, ArrayDeque<Token> open) {
        var closedBy = new ArrayDeque<Token>();
        for (Token each : m.tokens()) {
            if (each.text().equals("{")) {
                closedBy.push(each);
            } else if (each.text().equals("}") && !closedBy.isEmpty()) {
                Token opened = closedBy.pop();
                boolean isElsewhere = indent(m, opened) != indent(m, each) && line(m, opened) != line(m, each);
                if (isElsewhere && !open.isEmpty() && open.element().text().equals("{")) {
                    return opened;
                }
            }
        }
        return open.peek();
    }

    private static int line(Mistake m, Token token) {
        return 1
                + (int) m.source()
                        .substring(0, token.at())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static int indent(Mistake m, Token token) {
        String before = m.source().substring(0, token.at());
        String line = m.source().substring(before.lastIndexOf('\n') + 1);
        return line.length() - line.stripLeading().length();
    }

    private static String where(Mistake m, Token open) {
        int line = line(m, open);
        String text = m.source().split("\n", -1)[line - 1].strip();
        return "in \"" + (text.length() > 40 ? text.substring(0, 39) + "…" : text) + "\"";
    }

    private static int unbalanced(Mistake m) {
        int depth = 0;
        for (Token each : Tokens.of(m.source())) {
            depth += each.depth();
        }
        return depth;
    }
}
