package gradus.render.chart;

import java.awt.Color;
import java.awt.geom.Path2D;

/** A part of a drawing, as it was drawn. Lengths are in pixels, y grows downwards. */
sealed interface Piece {

    /** Shows itself to a painter: the case distinction of this sealed type. */
    void paint(Painter painter);

    /** A painted area. */
    record Area(Path2D shape, Color colour) implements Piece {
        @Override
        public void paint(Painter painter) {
            painter.area(this);
        }
    }

    /** A line; its dashes are a pattern as in {@link java.awt.BasicStroke}, empty for a solid one. */
    record Line(Path2D shape, Color colour, double width, String dashes) implements Piece {
        @Override
        public void paint(Painter painter) {
            painter.line(this);
        }
    }

    /** Letters, whose point is where {@code anchor} says; {@code y} is the baseline. */
    record Letters(double x, double y, String text, Letter letter, Color colour) implements Piece {
        @Override
        public void paint(Painter painter) {
            painter.letters(this);
        }
    }

    /** Someone who draws pieces. */
    interface Painter {
        void area(Area area);

        void line(Line line);

        void letters(Letters letters);
    }
}
