package gradus.render.scene;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * How wide text is, about: no font is asked, so that a drawing is the same on every machine. The widths are those of a
 * wide face (DejaVu Sans), so that narrower ones fit too.
 */
public final class Glyphs {

    private Glyphs() {}

    /** The width of a line of text in pixels. */
    public static double width(String text, Ink ink) {
        double em = text.codePoints().mapToDouble(Glyphs::em).sum();
        return em * ink.size() * (ink.bold() ? 1.08 : 1);
    }

    private static double em(int c) {
        switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
                return 0;
            }
            default -> {
                // Falls to the table below.
            }
        }
        if (c > 0x2E80) {
            return 1.1;
        }
        if (" .,:;'|!()[]/ijlftrI·".indexOf(c) >= 0) {
            return 0.39;
        }
        if ("⁰¹²³⁴⁵⁶⁷⁸⁹⁻".indexOf(c) >= 0) {
            return 0.42;
        }
        return "mwMWΣ∏⟶—…@%".indexOf(c) >= 0 ? 1 : "+−=<>→".indexOf(c) >= 0 ? 0.84 : 0.6;
    }

    /**
     * The text, fit to be written into XML and short enough: what a reader sees as one character counts as one and is not
     * torn apart, and the last is … if any are left out.
     */
    public static String shorten(String text, int length) {
        var clean = clean(text);
        var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(clean);
        int keep = breaks.first();
        for (int i = 0; i < length - 1 && keep != BreakIterator.DONE; i++) {
            keep = breaks.next();
        }
        if (keep == BreakIterator.DONE || breaks.next() == BreakIterator.DONE || breaks.next() == BreakIterator.DONE) {
            return clean;
        }
        return clean.substring(0, keep) + "…";
    }

    /** The text on one line, without the characters that no file of text can hold. */
    public static String line(String text) {
        return clean(text);
    }

    /** Without the characters that XML cannot hold, and on one line. */
    public static String clean(String text) {
        var clean = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> c >= 0x20 && Character.getType(c) != Character.SURROGATE && (c & 0xFFFE) != 0xFFFE)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
