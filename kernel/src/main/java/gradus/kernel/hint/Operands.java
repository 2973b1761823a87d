package gradus.kernel.hint;

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
        int from = start;
        while (from < source.length() && Character.isWhitespace(source.charAt(from))) {
            from++;
        }
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

    private static boolean isPart(char c) {
        return Character.isJavaIdentifierPart(c) || c == '.' || c == '"';
    }
}
