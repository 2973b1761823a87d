package gradus.render.scene;

import java.awt.Shape;

/** How the parts of an SVG are written, for drawings of every kind. */
public final class Svg {

    /** Fonts that have the letters of the formulas, on the systems they come with. */
    public static final String FONT = StyleSheet.FONT;

    private Svg() {}

    /** A shape as path data, fit to be joined to other shapes: it begins with an absolute place. */
    public static String path(Shape shape) {
        var data = SvgPainter.data(shape.getPathIterator(null));
        return data.isEmpty() ? data : "M" + data.substring(1);
    }

    /** To a tenth of a pixel, whatever the locale. */
    public static String number(double x) {
        return SvgPainter.number(x);
    }
}
