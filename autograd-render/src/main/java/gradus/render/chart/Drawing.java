package gradus.render.chart;

import java.util.List;

/** What was drawn, ready to be written as SVG or PNG. */
public final class Drawing {

    private final double width;
    private final double height;
    private final String title;
    private final List<Piece> pieces;

    Drawing(double width, double height, String title, List<Piece> pieces) {
        this.width = width;
        this.height = height;
        this.title = title;
        this.pieces = List.copyOf(pieces);
    }

    /** As SVG whose colours follow the theme, and whose letters can be selected. */
    public String svg() {
        return new SvgWriter().write(this);
    }

    /** As a PNG image of twice its size, in the light theme. */
    public byte[] png() {
        return PngWriter.write(this, 2);
    }

    /** The width at which it is to be shown, in pixels. */
    public double width() {
        return width;
    }

    /** The height at which it is to be shown, in pixels. */
    public double height() {
        return height;
    }

    /** What it shows, in a sentence for those who do not see it. */
    public String title() {
        return title;
    }

    void paint(Piece.Painter painter) {
        pieces.forEach(piece -> piece.paint(painter));
    }
}
