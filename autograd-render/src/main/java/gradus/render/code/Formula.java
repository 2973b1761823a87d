package gradus.render.code;

import gradus.render.code.Term.Name;
import gradus.render.code.Term.Num;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A template of a {@link gradus.autograd.Code}, read.
 *
 * @param lets what is computed once for the line, by name
 * @param result what the template gives
 */
public record Formula(List<Let> lets, Term result) {

    /** A number of the line. */
    public record Let(String name, Term term) {}

    public Formula {
        lets = List.copyOf(lets);
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if it is not written as {@link gradus.autograd.Code} says
     */
    public static Formula parse(String template) {
        return new Parser(template).formula();
    }

    /** Recursive descent: templates are short, so that no depth is to be feared. */
    private static final class Parser {

        private static final Pattern TOKEN = Pattern.compile("\\s*([0-9.]+|[a-zA-Z]+|[<>=]=|&&|\\S)");

        /** Loosest first. */
        private static final List<List<String>> OPERATORS = List.of(
                List.of("&&"), List.of("=="), List.of("<", ">", "<=", ">="), List.of("+", "-"), List.of("*", "/"));

        private final String template;
        private final List<String> tokens;
        private int at;

        Parser(String template) {
            this.template = template;
            tokens = TOKEN.matcher(template).results().map(m -> m.group(1)).toList();
        }

        Formula formula() {
            var lets = new ArrayList<Let>();
            while (at + 1 < tokens.size() && tokens.get(at + 1).equals("=")) {
                var name = tokens.get(at);
                at += 2;
                lets.add(new Let(name, choice()));
                expect(";");
            }
            var result = choice();
            if (at < tokens.size()) {
                throw wrong();
            }
            return new Formula(lets, result);
        }

        private Term choice() {
            var condition = binary(0);
            if (!accept(Term.CHOICE)) {
                return condition;
            }
            var yes = choice();
            expect(":");
            return Term.of(Term.CHOICE, condition, yes, choice());
        }

        private Term binary(int level) {
            if (level == OPERATORS.size()) {
                return unary();
            }
            var left = binary(level + 1);
            while (at < tokens.size() && OPERATORS.get(level).contains(tokens.get(at))) {
                var operator = tokens.get(at++);
                left = Term.of(operator, left, binary(level + 1));
            }
            return left;
        }

        private Term unary() {
            return accept(Term.MINUS) ? Term.of(Term.MINUS, unary()) : atom();
        }

        private Term atom() {
            if (accept("(")) {
                var inside = choice();
                expect(")");
                return inside;
            }
            if (at == tokens.size()) {
                throw wrong();
            }
            var token = tokens.get(at++);
            if (Character.isDigit(token.charAt(0))) {
                return new Num(Double.parseDouble(token));
            }
            if (!Character.isLetter(token.charAt(0))) {
                throw wrong();
            }
            if (!accept("(")) {
                return new Name(token);
            }
            var operands = new ArrayList<Term>();
            do {
                operands.add(choice());
            } while (accept(","));
            expect(")");
            return new Term.Apply(token, operands);
        }

        private boolean accept(String token) {
            boolean there = at < tokens.size() && tokens.get(at).equals(token);
            at += there ? 1 : 0;
            return there;
        }

        private void expect(String token) {
            if (!accept(token)) {
                throw wrong();
            }
        }

        private IllegalArgumentException wrong() {
            return new IllegalArgumentException("\"" + template + "\" is not understood at token " + (at + 1));
        }
    }
}
