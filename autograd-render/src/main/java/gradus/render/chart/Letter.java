package gradus.render.chart;

import gradus.render.scene.Glyphs;
import gradus.render.scene.Ink;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;

/**
 * A font whose measures are those of {@link Glyphs} and not of what is installed, so that a chart is laid out alike on every
 * machine. It knows at which end its text is fixed: where the true letters are narrower, they stay there.
 */
public final class Letter extends Font {

    private static final long serialVersionUID = 1;
    private static final double ASCENT = 0.93;
    private static final double DESCENT = 0.24;

    /** Where letters stand with respect to their point. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final Anchor anchor;

    private Letter(int style, int size, Anchor anchor) {
        super(SANS_SERIF, style, size);
        this.anchor = anchor;
    }

    /** Upright letters of a size in pixels, 14 or more where they are to be read from the last row. */
    public static Letter plain(int size, Anchor anchor) {
        return new Letter(PLAIN, size, anchor);
    }

    /** Bold letters. */
    public static Letter bold(int size, Anchor anchor) {
        return new Letter(BOLD, size, anchor);
    }

    /** Slanted letters: gradients are written in them. */
    public static Letter italic(int size, Anchor anchor) {
        return new Letter(ITALIC, size, anchor);
    }

    Anchor anchor() {
        return anchor;
    }

    /** The width of a line of text, about. */
    public double width(String text) {
        return Glyphs.width(text, Ink.PROSE) / Ink.PROSE.size() * getSize() * (isBold() ? 1.08 : 1);
    }

    FontMetrics metrics() {
        return new Measures(this);
    }

    @Override
    public LineMetrics getLineMetrics(String text, FontRenderContext context) {
        return new Lines(getSize(), text.length());
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof Letter letter && letter.anchor == anchor;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + anchor.hashCode();
    }

    private static final class Measures extends FontMetrics {

        private static final long serialVersionUID = 1;

        private Measures(Letter letter) {
            super(letter);
        }

        @Override
        public int getAscent() {
            return (int) Math.round(ASCENT * font.getSize());
        }

        @Override
        public int getDescent() {
            return (int) Math.round(DESCENT * font.getSize());
        }

        @Override
        public int stringWidth(String text) {
            return (int) Math.ceil(((Letter) font).width(text));
        }

        @Override
        public int charsWidth(char[] data, int off, int len) {
            return stringWidth(new String(data, off, len));
        }
    }

    private static final class Lines extends LineMetrics {

        private final int size;
        private final int characters;

        private Lines(int size, int characters) {
            this.size = size;
            this.characters = characters;
        }

        @Override
        public int getNumChars() {
            return characters;
        }

        @Override
        public float getAscent() {
            return (float) (ASCENT * size);
        }

        @Override
        public float getDescent() {
            return (float) (DESCENT * size);
        }

        @Override
        public float getLeading() {
            return 0;
        }

        @Override
        public float getHeight() {
            return getAscent() + getDescent();
        }

        @Override
        public int getBaselineIndex() {
            return ROMAN_BASELINE;
        }

        @Override
        public float[] getBaselineOffsets() {
            return new float[3];
        }

        @Override
        public float getStrikethroughOffset() {
            return -getAscent() / 3;
        }

        @Override
        public float getStrikethroughThickness() {
            return 1;
        }

        @Override
        public float getUnderlineOffset() {
            return getDescent() / 2;
        }

        @Override
        public float getUnderlineThickness() {
            return 1;
        }
    }
}
