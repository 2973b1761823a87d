package gradus.kernel.hint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java text as words, literals and signs, without comments and blanks; any text can be read, Java or not. */
public final class Tokens {

    /**
     * What comes first counts: a text block is no string, and a comment no division. A text is read in runs, because a
     * choice for each character would cost a frame of the stack for each.
     */
    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\\n]*|/\\*(?s:.*?)(?:\\*/|\\z))"
            + "|(?<text>\"\"\"[^\"\\\\]*+(?s:(?:\\\\.|\"(?!\"\"))[^\"\\\\]*+)*+(?:\"\"\"|\\z)"
            + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"?|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'?)"
            + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)"
            + "|(?<number>[0-9][\\p{L}\\p{N}_.]*)"
            + "|(?<sign>->|::|\\+\\+|--|[-+*/%&|^=!<>]=|&&|\\|\\||\\S)");

    private static final String[] ASSIGNMENTS = {"=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "++", "--"};

    /**
     * A word, literal or sign.
     *
     * @param at index of its first character
     */
    public record Token(String text, int at, boolean isWord) {

        /** Index behind its last character. */
        public int end() {
            return at + text.length();
        }

        /** How many brackets deeper one is behind it: 1 behind one that opens, -1 behind one that closes. */
        public int depth() {
            return isOneOf("(", "{", "[") ? 1 : isOneOf(")", "}", "]") ? -1 : 0;
        }

        /** Whether it is one of some texts. */
        public boolean isOneOf(String... texts) {
            for (String each : texts) {
                if (each.equals(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    private Tokens() {}

    /** Whether an expression gives a variable a value: {@code a = 1}, {@code a += 1}, {@code a++}. */
    public static boolean isAssignment(String expression) {
        int depth = 0;
        for (Token each : of(expression)) {
            depth += each.depth();
            if (depth == 0 && each.isOneOf(ASSIGNMENTS)) {
                return true;
            }
            if (each.text().equals("->")) {
                return false;
            }
        }
        return false;
    }

    /** The comments of the text, in order. */
    public static List<Token> comments(String code) {
        return TOKEN.matcher(code)
                .results()
                .filter(each -> each.group(1) != null)
                .map(each -> new Token(each.group(), each.start(), false))
                .toList();
    }

    /** All that is in the text, in order. */
    public static List<Token> of(String code) {
        var tokens = new ArrayList<Token>();
        Matcher each = TOKEN.matcher(code);
        while (each.find()) {
            if (each.group("comment") == null) {
                tokens.add(new Token(each.group(), each.start(), each.group("word") != null));
            }
        }
        return tokens;
    }
}
