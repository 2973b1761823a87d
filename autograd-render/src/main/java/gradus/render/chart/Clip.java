package gradus.render.chart;

import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** Cuts shapes at a rectangle, so that the SVG needs no clip path, whose id could clash with that of another picture. */
final class Clip {

    private Clip() {}

    /** The part of an area inside the rectangle; null for none. */
    static @Nullable Path2D area(Path2D shape, @Nullable Rectangle2D clip) {
        if (clip == null || clip.contains(shape.getBounds2D())) {
            return shape;
        }
        var inside = new Area(shape);
        inside.intersect(new Area(clip));
        return inside.isEmpty() ? null : new Path2D.Double(inside);
    }

    /** The part of a line inside the rectangle, as straight pieces; null for none. */
    static @Nullable Path2D line(Path2D shape, @Nullable Rectangle2D clip) {
        if (clip == null || within(shape.getBounds2D(), clip)) {
            return shape;
        }
        var inside = new Path2D.Double();
        var at = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (var pieces = shape.getPathIterator(null, 0.1); !pieces.isDone(); pieces.next()) {
            int kind = pieces.currentSegment(at);
            double toX = kind == PathIterator.SEG_CLOSE ? startX : at[0];
            double toY = kind == PathIterator.SEG_CLOSE ? startY : at[1];
            if (kind == PathIterator.SEG_MOVETO) {
                startX = toX;
                startY = toY;
            } else {
                add(inside, new Line2D.Double(x, y, toX, toY), clip);
            }
            x = toX;
            y = toY;
        }
        return inside.getCurrentPoint() == null ? null : inside;
    }

    /** {@link Rectangle2D#contains} is false for what has no width, such as a vertical line. */
    private static boolean within(Rectangle2D inner, Rectangle2D outer) {
        return inner.getMinX() >= outer.getMinX()
                && inner.getMaxX() <= outer.getMaxX()
                && inner.getMinY() >= outer.getMinY()
                && inner.getMaxY() <= outer.getMaxY();
    }

    /** By Liang and Barsky: the part of the segment is that of t between the sides that it enters and leaves by. */
    private static void add(Path2D inside, Line2D segment, Rectangle2D clip) {
        double dx = segment.getX2() - segment.getX1();
        double dy = segment.getY2() - segment.getY1();
        double[] towards = {-dx, dx, -dy, dy};
        double[] distance = {
            segment.getX1() - clip.getMinX(),
            clip.getMaxX() - segment.getX1(),
            segment.getY1() - clip.getMinY(),
            clip.getMaxY() - segment.getY1()
        };
        double enter = 0;
        double leave = 1;
        for (int side = 0; side < 4; side++) {
            if (towards[side] == 0) {
                if (distance[side] < 0) {
                    return;
                }
            } else if (towards[side] < 0) {
                enter = Math.max(enter, distance[side] / towards[side]);
            } else {
                leave = Math.min(leave, distance[side] / towards[side]);
            }
        }
        if (enter > leave) {
            return;
        }
        double x = segment.getX1() + enter * dx;
        double y = segment.getY1() + enter * dy;
        var last = inside.getCurrentPoint();
        if (last == null || last.distance(x, y) > 1e-9) {
            inside.moveTo(x, y);
        }
        inside.lineTo(segment.getX1() + leave * dx, segment.getY1() + leave * dy);
    }
}
