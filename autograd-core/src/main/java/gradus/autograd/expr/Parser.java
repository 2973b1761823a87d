package gradus.autograd.expr;

import gradus.autograd.BinaryOp;
import gradus.autograd.UnaryOp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads formulas by recursive descent. Powers bind tighter than a sign, as on the board: −x² is −(x²). A number may
 * stand before a name or a bracket without a sign for the product: 2x, 3(x + 1).
 */
final class Parser {

    private static final Map<String, String> OTHER_NAMES =
            Map.of("ln", "log", "σ", "sigmoid", "sigma", "sigmoid", "√", "sqrt");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final String text;
    private int at;

    Parser(String text) {
        this.text = text;
    }

    /** name = formula, name = formula, …; separated by commas, semicolons or line ends. */
    List<Definition> definitions() {
        var all = new ArrayList<Definition>();
        skipSeparators();
        while (at < text.length()) {
            all.add(definition());
            if (!atEnd() && !isSeparator(peek())) {
                throw error(at, "an operator or a comma is missing here");
            }
            skipSeparators();
        }
        if (all.isEmpty()) {
            throw error(0, "a formula is missing, such as z = (x1 + a*x2)^2, x1=1, x2=2, a=3");
        }
        return all;
    }

    /** A name and what it stands for. */
    record Definition(String name, Term term) {}

    private Definition definition() {
        int start = skipSpace();
        var name = identifier();
        if (name.isEmpty()) {
            throw error(start, "a name is missing here: each part reads name = formula");
        }
        if (RESERVED.contains(name)) {
            throw error(start, name + " is a word of Java and cannot name a variable");
        }
        if (!take("=")) {
            throw error(at, "= is missing after " + name + ": each part reads name = formula");
        }
        return new Definition(name, sum());
    }

    private static final List<String> RESERVED = List.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " final finally float for goto if implements import instanceof int interface long native"
                            + " new package private protected public return short static strictfp super switch"
                            + " synchronized this throw throws transient try void volatile while true false null _")
                    .split(" "));

    private Term sum() {
        var left = product();
        while (true) {
            if (take("+")) {
                left = Term.of(BinaryOp.ADD, left, product());
            } else if (take("-") || take("−")) {
                left = Term.of(BinaryOp.SUB, left, product());
            } else {
                return left;
            }
        }
    }

    private Term product() {
        var left = signed();
        while (true) {
            if (take("*") || take("·") || take("×")) {
                left = Term.of(BinaryOp.MUL, left, signed());
            } else if (take("/") || take("÷")) {
                left = Term.of(BinaryOp.DIV, left, signed());
            } else if (left instanceof Term.Literal && startsAtom()) {
                left = Term.of(BinaryOp.MUL, left, power());
            } else {
                return left;
            }
        }
    }

    private Term signed() {
        if (take("-") || take("−")) {
            return Term.of(UnaryOp.NEG, signed());
        }
        take("+");
        return power();
    }

    private Term power() {
        var base = atom();
        skipSpace();
        if (!atEnd() && SUPERSCRIPTS.indexOf(peek()) >= 0) {
            int start = at;
            while (!atEnd() && SUPERSCRIPTS.indexOf(peek()) >= 0) {
                at++;
            }
            var digits = text.substring(start, at)
                    .chars()
                    .mapToObj(c -> Integer.toString(SUPERSCRIPTS.indexOf(c)))
                    .collect(Collectors.joining());
            return raised(base, new Term.Literal(Double.parseDouble(digits)));
        }
        return take("^") ? raised(base, signed()) : base;
    }

    /** e^x is the exponential: as long as nobody calls a variable e, which {@link Expression} looks after. */
    private static Term raised(Term base, Term exponent) {
        return base instanceof Term.Name name && name.name().equals(Expression.EULER)
                ? Term.of(UnaryOp.EXP, exponent)
                : Term.of(BinaryOp.POW, base, exponent);
    }

    private Term atom() {
        int start = skipSpace();
        if (atEnd() || isSeparator(peek())) {
            throw error(start, "a number, a name or a bracket is missing here");
        }
        if (take("(")) {
            var inner = sum();
            expect(")", start);
            return inner;
        }
        if (take("|")) {
            var inner = sum();
            expect("|", start);
            return Term.of(UnaryOp.ABS, inner);
        }
        if (take("√")) {
            return Term.of(UnaryOp.SQRT, atom());
        }
        if (Character.isDigit(peek()) || peek() == '.') {
            return number();
        }
        var name = identifier();
        if (name.isEmpty()) {
            throw error(start, "'" + Character.toString(text.codePointAt(start)) + "' is not understood here");
        }
        skipSpace();
        if (!atEnd() && peek() == '(') {
            return call(name, start);
        }
        return name.equals("pi") || name.equals("π") ? new Term.Literal(Math.PI) : new Term.Name(name);
    }

    private Term call(String name, int start) {
        int open = at;
        take("(");
        var arguments = new ArrayList<Term>();
        do {
            arguments.add(sum());
        } while (take(","));
        expect(")", open);
        var id = OTHER_NAMES.getOrDefault(name, name.toLowerCase(Locale.ROOT));
        Optional<UnaryOp> unary =
                Arrays.stream(UnaryOp.values()).filter(op -> op.id().equals(id)).findFirst();
        if (unary.isPresent() && arguments.size() == 1) {
            return Term.of(unary.get(), arguments.get(0));
        }
        Optional<BinaryOp> binary = Arrays.stream(BinaryOp.values())
                .filter(op -> op.id().equals(id))
                .findFirst();
        if (binary.isPresent() && arguments.size() == 2) {
            return Term.of(binary.get(), arguments.get(0), arguments.get(1));
        }
        if (unary.isPresent() || binary.isPresent()) {
            throw error(
                    start,
                    name + " takes " + (unary.isPresent() ? "one argument" : "two arguments") + ", and was given "
                            + arguments.size());
        }
        var known = Stream.concat(Arrays.stream(UnaryOp.values()), Arrays.stream(BinaryOp.values()))
                .map(op -> op.id())
                .sorted()
                .collect(Collectors.joining(", "));
        throw error(
                start,
                name + " is no function known here; these are: " + known + ". For a product write " + name + "*(…)");
    }

    private Term number() {
        int start = at;
        while (!atEnd() && (Character.isDigit(peek()) || peek() == '.')) {
            at++;
        }
        if (!atEnd() && (peek() == 'e' || peek() == 'E') && exponentFollows()) {
            at += 2;
            while (!atEnd() && Character.isDigit(peek())) {
                at++;
            }
        }
        try {
            return new Term.Literal(Double.parseDouble(text.substring(start, at)));
        } catch (NumberFormatException notANumber) {
            throw error(start, text.substring(start, at) + " is not a number");
        }
    }

    private boolean exponentFollows() {
        return text.substring(at).matches("(?s)[eE][-+]?[0-9].*");
    }

    private boolean startsAtom() {
        skipSpace();
        return !atEnd() && (Character.isJavaIdentifierStart(peek()) || peek() == '(' || peek() == '√');
    }

    private String identifier() {
        skipSpace();
        int start = at;
        while (!atEnd()
                && (at == start ? Character.isJavaIdentifierStart(peek()) : Character.isJavaIdentifierPart(peek()))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void expect(String closing, int opened) {
        if (!take(closing)) {
            throw error(atEnd() ? opened : at, atEnd() ? "this bracket is never closed" : closing + " is missing here");
        }
    }

    private boolean take(String sign) {
        skipSpace();
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        if (sign.equals("*") && !atEnd() && peek() == '*') {
            at--;
            throw error(at, "write ^ for a power");
        }
        return true;
    }

    private int skipSpace() {
        while (!atEnd() && (peek() == ' ' || peek() == '\t')) {
            at++;
        }
        return at;
    }

    private void skipSeparators() {
        while (!atEnd() && (isSeparator(peek()) || Character.isWhitespace(peek()))) {
            at++;
        }
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == ';' || c == '\n' || c == '\r';
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private char peek() {
        return text.charAt(at);
    }

    private IllegalArgumentException error(int position, String reason) {
        int from = Math.max(text.lastIndexOf('\n', position - 1) + 1, 0);
        int to = text.indexOf('\n', position) < 0 ? text.length() : text.indexOf('\n', position);
        return new IllegalArgumentException(
                reason + "\n  " + text.substring(from, to) + "\n  " + " ".repeat(Math.max(0, position - from)) + "^");
    }
}
