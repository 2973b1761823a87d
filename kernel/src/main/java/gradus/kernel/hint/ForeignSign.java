package gradus.kernel.hint;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Characters that look like Java, or come along when text is copied, and what Java writes in their place. */
enum ForeignSign {
    QUOTE("“”„‟«»″〝〞", "Java's quote is the straight \""),
    APOSTROPHE("‘’‚‛´`′", "Java's is the straight '"),
    DASH("–—−‐‑‒―", "Java's minus is -"),
    TIMES("×·⋅∙•∗✕✖", "Java multiplies with *"),
    DIVIDED("÷∕⁄", "Java divides with /"),
    COMPARED("≤≥≠⩽⩾", "Java writes <=, >= and !="),
    EQUAL("≈≡", "Java compares with =="),
    LOGIC("∧∨¬", "Java writes && for and, || for or, ! for not"),
    ARROW("→⇒↦", "Java's arrow is ->"),
    ASSIGNED("←≔", "Java assigns with ="),
    DOTS("…", "Java's dots are three single ones: ..."),
    POWER("⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿ", "Java has no raised figures: x * x, or Math.pow(x, n)"),
    FRACTION("½⅓¼¾⅔", "Java writes a fraction as a quotient: 1.0 / 2"),
    ROOT("√", "Java writes Math.sqrt(x)"),
    INFINITE("∞", "Java writes Double.POSITIVE_INFINITY"),
    SEMICOLON("\u037e", "Java's semicolon is ;"),
    BRACKETS("【】「」『』〔〕⟨⟩", "Java's brackets are ( ), [ ], { } and < >"),
    COMMA("、。", "Java's comma is , and its point .");

    /** From here on stand the signs of ASCII once more, as wide as Chinese characters. */
    private static final int WIDE = 0xff00;

    private static final int WIDE_END = 0xff5f;
    private static final int ASCII_BEFORE_SIGNS = 0x20;

    private final String signs;
    private final String advice;

    ForeignSign(String signs, String advice) {
        this.signs = signs;
        this.advice = advice;
    }

    /** What to do about a character that is no Java. */
    static String advice(int character) {
        if (isBlank(character)) {
            return "Here is a blank of another kind, which comes along when text is copied: delete it and type a blank"
                    + named(character);
        }
        if (isInvisible(character)) {
            return "Here is a character that cannot be seen, which comes along when text is copied: delete it"
                    + named(character);
        }
        String sign = Character.toString(character);
        ForeignSign known = of(sign);
        if (known != null) {
            return sign + " is a sign of printed text" + named(character) + "; " + known.advice;
        }
        if (character > WIDE && character < WIDE_END) {
            String narrow = Character.toString(character - WIDE + ASCII_BEFORE_SIGNS);
            return sign + " is a wide sign of another keyboard" + named(character) + "; Java's is " + narrow;
        }
        if (isPicture(character)) {
            return sign + " is a picture" + named(character) + ": it may stand in a text in quotes or in a comment";
        }
        return "Java does not know " + sign + named(character)
                + " here: it may stand in a text in quotes or in a comment";
    }

    private static @Nullable ForeignSign of(String sign) {
        return List.of(values()).stream()
                .filter(each -> each.signs.contains(sign))
                .findFirst()
                .orElse(null);
    }

    private static boolean isBlank(int character) {
        return Character.isSpaceChar(character) || Character.isWhitespace(character);
    }

    private static boolean isInvisible(int character) {
        return Character.isIdentifierIgnorable(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.CONTROL;
    }

    private static boolean isPicture(int character) {
        int type = Character.getType(character);
        return type == Character.OTHER_SYMBOL || type == Character.SURROGATE || type == Character.UNASSIGNED;
    }

    /** The name that Unicode has for it: what cannot be seen, or told from another, has no other. */
    private static String named(int character) {
        String name = Character.getName(character);
        return name == null ? "" : " (" + name.toLowerCase(Locale.ROOT) + ")";
    }
}
