package gradus.render.scene;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The looks of marks: colours, strokes, letters. The one place that both painters and the style sheet read. Value and
 * gradient differ in colour, and in slant too, for print and for eyes that see no colour.
 */
public enum Ink {
    CARD(Colour.CARD, null, 0),
    INPUT(Colour.INPUT, Colour.VALUE, 1.6),
    CONSTANT(Colour.CARD, Colour.MUTED, 1.2),
    RESULT(Colour.RESULT, Colour.MUTED, 1.6),
    ROOT(Colour.RESULT, Colour.INK, 3),
    /** Many nodes in one. */
    GROUP(Colour.RESULT, Colour.INK, 1.6),
    /** A node without a box: only what happens to it is seen. */
    BARE(null, null, 0),
    EDGE(null, Colour.LINE, 1.8),
    /** The head of the arrow in which a value flows. */
    HEAD(Colour.LINE, null, 0),
    /** The head at the other end, in which a gradient flows: seen only while it does. */
    BACK_HEAD(null, null, 0),
    DIVIDER(null, Colour.MUTED, 0.8),
    CHIP(Colour.HOT, Colour.GRADIENT, 1.4),
    NAME(Colour.INK, 18, true, false),
    NUMBER(Colour.MUTED, 17, false, false),
    OP(Colour.INK, 22, true, false),
    VALUE(Colour.VALUE, 17, false, false),
    GRAD(Colour.GRADIENT, 17, false, true),
    CHIP_TEXT(Colour.GRADIENT, 14, true, true),
    SHAPE(Colour.MUTED, 14, false, false),
    REMARK(Colour.MUTED, 15, false, false),
    PROSE(Colour.INK, 16, false, false),
    CODE(Colour.INK, 16, false, false),
    CODE_WORD(Colour.VALUE, 16, true, false),
    CODE_NOTE(Colour.MUTED, 16, false, false);

    private final @Nullable Colour fill;
    private final @Nullable Colour stroke;
    private final double width;
    private final double size;
    private final boolean bold;
    private final boolean italic;

    Ink(@Nullable Colour fill, @Nullable Colour stroke, double width) {
        this(fill, stroke, width, 0, false, false);
    }

    Ink(Colour fill, double size, boolean bold, boolean italic) {
        this(fill, null, 0, size, bold, italic);
    }

    Ink(@Nullable Colour fill, @Nullable Colour stroke, double width, double size, boolean bold, boolean italic) {
        this.fill = fill;
        this.stroke = stroke;
        this.width = width;
        this.size = size;
        this.bold = bold;
        this.italic = italic;
    }

    /** What the inside is painted with; null for nothing. */
    @Nullable
    Colour fill(Mood mood) {
        return switch (this) {
            case HEAD -> mood == Mood.BACKWARD ? null : mood.colour(Colour.LINE);
            case BACK_HEAD -> mood == Mood.BACKWARD ? Colour.GRADIENT : null;
            default -> isNode() && mood != Mood.CALM ? Colour.HOT : fill;
        };
    }

    /** What the outline is painted with; null for none. */
    @Nullable
    Colour stroke(Mood mood) {
        return reacts() && stroke != null ? mood.colour(stroke) : stroke;
    }

    /** The width of the outline. */
    double width(Mood mood) {
        return reacts() && mood != Mood.CALM ? 3.2 : width;
    }

    /** The size of letters in pixels. */
    public double size() {
        return size;
    }

    boolean bold() {
        return bold;
    }

    boolean italic() {
        return italic;
    }

    /** Whether all letters are equally wide, 0.602 of their size. */
    boolean monospaced() {
        return this == CODE || this == CODE_WORD || this == CODE_NOTE;
    }

    /** Whether the outline is dashed, so that a constant is told from an input in print too. */
    boolean dashed() {
        return this == CONSTANT;
    }

    private boolean isNode() {
        return this == INPUT || this == CONSTANT || this == RESULT || this == ROOT || this == GROUP || this == BARE;
    }

    private boolean reacts() {
        return isNode() || this == EDGE;
    }

    /** The class of marks in this ink. */
    String css() {
        return "gradus-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The style of marks in this ink, in CSS. */
    String rule(Mood mood) {
        var inside = fill(mood);
        var outline = stroke(mood);
        var css = "fill:" + (inside == null ? "none" : inside.css()) + ";";
        return outline == null
                ? css
                : css + "stroke:" + outline.css() + ";stroke-width:" + SvgPainter.number(width(mood)) + ";";
    }

    /** The style of letters in this ink, in CSS. */
    String letters() {
        if (size == 0) {
            return "";
        }
        return "font-size:" + SvgPainter.number(size) + "px;" + (bold ? "font-weight:600;" : "")
                + (italic ? "font-style:italic;" : "") + "text-anchor:middle;";
    }
}
