package gradus.kernel.hint;

import java.util.ArrayList;
import java.util.List;

/** The parts of an expression beside a sign: names, calls, literals and what is in parentheses. */
final class Operands {

    private Operands() {}

    static String left(String source, int end) {
        int to = end;
        while (to > 0 && Character.isWhitespace(source.charAt(to - 1))) {
            to--;
        }
        int from = to;
        int depth = 0;
        while (from > 0) {
            char c = source.charAt(from - 1);
            depth += c == ')' || c == ']' ? 1 : c == '(' || c == '[' ? -1 : 0;
            boolean isInside = depth > 0 || (depth == 0 && (c == '(' || c == '['));
            if (depth < 0 || !(isInside || isPart(c))) {
                break;
            }
            from--;
        }
        boolean isNew = from >= 4 && source.startsWith("new ", from - 4);
        return source.substring(isNew ? from - 4 : from, to);
    }

    static String right(String source, int start) {
        int from = behindSpace(source, start);
        int to = from;
        int depth = 0;
        while (to < source.length()) {
            char c = source.charAt(to);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            boolean isInside = depth > 0 || (depth == 0 && (c == ')' || c == ']'));
            boolean isNew = source.startsWith("new ", from) && to == from + 3;
            if (depth < 0 || !(isInside || isPart(c) || isNew)) {
                break;
            }
            to++;
        }
        return source.substring(from, to);
    }

    /** The operand that begins at a place; or around it, where the compiler marks the dot or the parenthesis of a call. */
    static String around(String source, int at) {
        boolean isInside = source.startsWith(".", at) || source.startsWith("(", at);
        return (isInside ? left(source, at) : "") + right(source, at);
    }

    /** What is between the parentheses of a call; empty where that is more than one operand between two commas. */
    static List<String> arguments(String source, int open) {
        var arguments = new ArrayList<String>();
        int at = open;
        do {
            at = behindSpace(source, at + 1);
            var argument = right(source, at);
            arguments.add(argument);
            at = behindSpace(source, at + argument.length());
        } while (source.startsWith(",", at));
        return source.startsWith(")", at) && !arguments.contains("") ? arguments : List.of();
    }

    private static int behindSpace(String source, int from) {
        int at = from;
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    /** An operand that is short enough for a sentence, or another word. */
    static String shown(String operand, String otherwise) {
        return operand.isEmpty() || operand.length() > 40 ? otherwise : operand;
    }

    private static boolean isPart(char c) {
        return Character.isJavaIdentifierPart(c) || c == '.' || c == '"';
    }
}
