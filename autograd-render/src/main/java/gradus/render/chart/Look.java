package gradus.render.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** How a line of a chart looks: colour, dashes and marker differ together, so that it is known without its colour too. */
public enum Look {
    CIRCLE(Hue.VALUE, new Ellipse2D.Double(-4.5, -4.5, 9, 9)),
    SQUARE(Hue.GRADIENT, new Rectangle2D.Double(-4.2, -4.2, 8.4, 8.4), 9, 5),
    TRIANGLE(Hue.GREEN, corners(0, -5.5, 5.2, 4, -5.2, 4), 2, 4),
    DIAMOND(Hue.PURPLE, corners(0, -6, 5, 0, 0, 6, -5, 0), 12, 4, 2, 4),
    DOWN(Hue.INK, corners(0, 5.5, 5.2, -4, -5.2, -4), 16, 4),
    BAR(Hue.MUTED, new Rectangle2D.Double(-2, -5.5, 4, 11), 5, 3),
    /** A line that only guides the eye. */
    GUIDE(Hue.LINE, new Ellipse2D.Double(), 3, 3);

    private static final Look[] CYCLE = {CIRCLE, SQUARE, TRIANGLE, DIAMOND, DOWN, BAR};

    private final Hue hue;
    private final Shape marker;
    private final float[] dashes;

    Look(Hue hue, Shape marker, float... dashes) {
        this.hue = hue;
        this.marker = marker;
        this.dashes = dashes;
    }

    private static Shape corners(double... xy) {
        var path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** That of the line with this number, from 0; there are six, which then come again. */
    public static Look of(int number) {
        return CYCLE[number % CYCLE.length];
    }

    /** The colour of the line. */
    public Color colour() {
        return hue.light();
    }

    Shape marker() {
        return marker;
    }

    /** Thick enough for a projector. */
    Stroke stroke() {
        float width = this == GUIDE ? 1.5f : 2.5f;
        return dashes.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
