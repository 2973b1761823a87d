package gradus.kernel.magic;

/** Reads Java line by line and knows, at the end of each, whether a statement could begin there. */
final class JavaScanner {

    private enum State {
        CODE,
        BLOCK_COMMENT,
        TEXT_BLOCK
    }

    private State state = State.CODE;
    private int depth;
    private char last = ';';

    /** Whether the next line is in no comment, text block or bracket. */
    boolean isAtTopLevel() {
        return state == State.CODE && depth <= 0;
    }

    /** Whether the code so far ends where a statement can end. */
    boolean isBetweenStatements() {
        return last == ';' || last == '}';
    }

    void line(String text) {
        for (int i = 0; i < text.length(); i++) {
            i = switch (state) {
                case CODE -> code(text, i);
                case BLOCK_COMMENT -> skipTo(text, i, "*/");
                case TEXT_BLOCK -> text.charAt(i) == '\\' ? i + 1 : skipTo(text, i, "\"\"\"");
            };
        }
    }

    /** Takes the token at {@code i}; returns the index of its last character. */
    private int code(String text, int i) {
        char c = text.charAt(i);
        if (text.startsWith("//", i)) {
            return text.length();
        }
        if (text.startsWith("/*", i)) {
            state = State.BLOCK_COMMENT;
            return i + 1;
        }
        if (text.startsWith("\"\"\"", i)) {
            state = State.TEXT_BLOCK;
            last = '"';
            return i + 2;
        }
        if (!Character.isWhitespace(c)) {
            last = c;
        }
        if (c == '"' || c == '\'') {
            return endOfQuote(text, i);
        }
        if (c == '(' || c == '[' || c == '{') {
            depth++;
        } else if (c == ')' || c == ']' || c == '}') {
            depth--;
        }
        return i;
    }

    private int skipTo(String text, int i, String end) {
        if (text.startsWith(end, i)) {
            state = State.CODE;
            return i + end.length() - 1;
        }
        return i;
    }

    /** Index of the closing quote; a string that is not closed ends with its line, as in Java. */
    static int endOfQuote(String text, int open) {
        for (int i = open + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == text.charAt(open)) {
                return i;
            }
        }
        return text.length();
    }
}
