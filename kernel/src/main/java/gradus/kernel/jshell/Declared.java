package gradus.kernel.jshell;

import gradus.kernel.hint.Tokens;
import gradus.kernel.hint.Tokens.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a snippet declares, as far as its words tell it before the compiler has seen it.
 *
 * @param kind {@code class}, {@code interface}, {@code enum}, {@code record}, {@code method}; empty for anything else
 * @param name of the class or method; empty for anything else
 * @param tokens all of the snippet
 * @param body index in the tokens of the brace that opens the body; the number of tokens if there is none
 */
record Declared(String kind, String name, List<Token> tokens, int body) {

    private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");
    private static final Set<String> NO_NAMES = Set.of("if", "for", "while", "switch", "catch", "synchronized", "try");
    private static final Set<String> NO_TYPES = Set.of("new", "return", "throw", "else", "do", "assert", "yield");

    static Declared of(String source) {
        List<Token> tokens = Tokens.of(source);
        int i = afterAnnotations(tokens);
        while (i + 1 < tokens.size() && !tokens.get(i).isOneOf("(", "{", "=", ";")) {
            boolean isType =
                    KINDS.contains(text(tokens, i)) && tokens.get(i + 1).isWord();
            if (isType && (i == 0 || !text(tokens, i - 1).equals("."))) {
                return new Declared(text(tokens, i), text(tokens, i + 1), tokens, opening(tokens, i));
            }
            boolean isMethod = text(tokens, i + 1).equals("(")
                    && tokens.get(i).isWord()
                    && i > 0
                    && !NO_NAMES.contains(text(tokens, i))
                    && !NO_TYPES.contains(text(tokens, 0))
                    && (tokens.get(i - 1).isWord() || tokens.get(i - 1).isOneOf("]", ">"));
            if (isMethod) {
                int body = opening(tokens, closing(tokens, i + 1));
                return new Declared(
                        body < tokens.size() ? "method" : "",
                        body < tokens.size() ? text(tokens, i) : "",
                        tokens,
                        body);
            }
            i++;
        }
        return new Declared("", "", tokens, tokens.size());
    }

    /** The name of the variable that the text declares, the first of several; null if it declares none. */
    static @Nullable String variable(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i + 1 < tokens.size() && !NO_TYPES.contains(text(tokens, 0)); i++) {
            String text = text(tokens, i);
            depth += text.equals("<") ? 1 : text.equals(">") ? -1 : 0;
            boolean isOfType =
                    tokens.get(i).isWord() || depth > 0 || tokens.get(i).isOneOf(".", ">", "[", "]");
            if (!isOfType) {
                return null;
            }
            boolean isEndOfType = depth == 0
                    && (tokens.get(i).isOneOf(">", "]") || tokens.get(i).isWord());
            boolean isName = i + 2 == tokens.size() || tokens.get(i + 2).isOneOf("=", ";", ",", "[");
            if (isEndOfType && isName && tokens.get(i + 1).isWord()) {
                return text(tokens, i + 1);
            }
        }
        return null;
    }

    boolean isType() {
        return KINDS.contains(kind);
    }

    boolean isDeclaration() {
        return !kind.isEmpty();
    }

    /** All names that it uses, its own left out. */
    Set<String> names() {
        return names(tokens.size());
    }

    /** Whether its own name is used in its body. */
    boolean callsItsName() {
        return tokens.subList(body, tokens.size()).stream()
                .anyMatch(each -> each.text().equals(name));
    }

    /** Those that must be known before its body is read: of classes that it extends, of parameters, of annotations. */
    Set<String> namesOfHead() {
        Set<String> names = names(body);
        names.removeAll(permitted());
        return names;
    }

    private Set<String> names(int end) {
        Set<String> names = tokens.subList(0, end).stream()
                .filter(Token::isWord)
                .map(Token::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        names.remove(name);
        return names;
    }

    boolean isSealed() {
        return isType() && indexOf("sealed") >= 0 && !isNonSealed();
    }

    /** Whether it is {@code non-sealed}, which is three words here. */
    boolean isNonSealed() {
        int at = indexOf("sealed");
        return isType()
                && at > 1
                && text(tokens, at - 1).equals("-")
                && text(tokens, at - 2).equals("non");
    }

    /** The classes that a sealed one names; empty if it leaves that to the compiler. */
    Set<String> permitted() {
        int from = indexOf("permits");
        return from < 0
                ? Set.of()
                : tokens.subList(from + 1, body).stream()
                        .filter(Token::isWord)
                        .map(Token::text)
                        .collect(Collectors.toSet());
    }

    /** Index in the source of the brace that opens the body. */
    int bodyAt() {
        return tokens.get(body).at();
    }

    /** Whether its head says that it extends or implements a class. */
    boolean isA(String other) {
        int from = Math.max(indexOf("extends"), indexOf("implements"));
        int extended = indexOf("extends");
        int first = extended >= 0 ? extended : from;
        return first >= 0
                && tokens.subList(first, body).stream()
                        .anyMatch(each -> each.text().equals(other));
    }

    /** The source with {@code sealed} and {@code permits …} blanked out: every other character stays in its place. */
    String unsealed(String source) {
        if (!isSealed()) {
            return source;
        }
        var open = new StringBuilder(source);
        int permits = indexOf("permits");
        for (int i = 0; i < body; i++) {
            Token each = tokens.get(i);
            if (i == indexOf("sealed") || (permits >= 0 && i >= permits)) {
                open.replace(each.at(), each.end(), " ".repeat(each.text().length()));
            }
        }
        return open.toString();
    }

    /** A {@code non-sealed} class that is final, or interface that permits one class of no use. */
    String closed(String source) {
        if (!kind.equals("interface")) {
            return source.replaceFirst("non-sealed", "final");
        }
        String head = source.substring(0, bodyAt()).replaceFirst("non-sealed", "sealed");
        return head + "permits " + name + ".$Only { abstract non-sealed class $Only implements " + name + " {} "
                + source.substring(bodyAt() + 1);
    }

    /** As much of it as others must know to use its name: head and constructors. */
    String outline(String source) {
        String head = unsealed(source).substring(0, bodyAt());
        boolean ofNothing = kind.equals("class") && indexOf("extends") < 0;
        return head + "{" + (ofNothing ? constructors(source) : "") + "}";
    }

    private String constructors(String source) {
        var found = new StringBuilder();
        int depth = 0;
        for (int i = body; i + 1 < tokens.size(); i++) {
            depth += tokens.get(i).depth();
            boolean isConstructor = depth == 1
                    && tokens.get(i).text().equals(name)
                    && text(tokens, i + 1).equals("(")
                    && tokens.get(i - 1).isOneOf("{", "}", ";", "public", "protected", "private");
            if (isConstructor) {
                int close = closing(tokens, i + 1);
                if (close < tokens.size()) {
                    found.append(source, tokens.get(i).at(), tokens.get(close).end())
                            .append("{}");
                }
            }
        }
        return found.toString();
    }

    private int indexOf(String word) {
        for (int i = 0; i < body; i++) {
            if (tokens.get(i).text().equals(word)) {
                return i;
            }
        }
        return -1;
    }

    private static int afterAnnotations(List<Token> tokens) {
        int i = 0;
        while (i + 1 < tokens.size()
                && text(tokens, i).equals("@")
                && !text(tokens, i + 1).equals("interface")) {
            i += 2;
            while (i + 1 < tokens.size() && text(tokens, i).equals(".")) {
                i += 2;
            }
            if (i < tokens.size() && text(tokens, i).equals("(")) {
                i = closing(tokens, i) + 1;
            }
        }
        return i;
    }

    /** Where the bracket that opens at {@code i} closes; the number of tokens if it does not. */
    private static int closing(List<Token> tokens, int i) {
        int depth = 0;
        for (int j = i; j < tokens.size(); j++) {
            depth += tokens.get(j).depth();
            if (depth == 0) {
                return j;
            }
        }
        return tokens.size();
    }

    private static int opening(List<Token> tokens, int from) {
        int i = from;
        while (i < tokens.size() && !text(tokens, i).equals("{")) {
            i = text(tokens, i).equals("(") ? closing(tokens, i) + 1 : i + 1;
        }
        return Math.min(i, tokens.size());
    }

    private static String text(List<Token> tokens, int i) {
        return tokens.get(i).text();
    }

    /** The classes among others of a cell that this sealed one is extended by. */
    List<String> subclasses(Iterable<Declared> others) {
        var names = new ArrayList<String>();
        for (Declared each : others) {
            if (each.isType() && each.isA(name) && !each.name().equals(name)) {
                names.add(each.name());
            }
        }
        return names;
    }

    /** Whether a static field of it can change. */
    boolean hasStaticVariable() {
        int depth = 0;
        for (int i = body; i < tokens.size(); i++) {
            depth += tokens.get(i).depth();
            if (depth == 1 && text(tokens, i).equals("static")) {
                int end = i;
                while (end < tokens.size() && !tokens.get(end).isOneOf("=", ";", "(", "{")) {
                    end++;
                }
                boolean isFinal = tokens.subList(i, end).stream()
                                .anyMatch(each -> each.text().equals("final"))
                        || text(tokens, i - 1).equals("final");
                if (end < tokens.size() && tokens.get(end).isOneOf("=", ";") && !isFinal) {
                    return true;
                }
            }
        }
        return false;
    }

    static @Nullable Declared typeOrNull(String source) {
        Declared found = of(source);
        return found.isType() ? found : null;
    }
}
