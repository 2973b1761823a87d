package gradus.render.scene;

import java.awt.geom.Path2D;
import java.util.List;

/** A part of a drawing. Lengths are in pixels, y grows downwards. */
public sealed interface Mark {

    /** Shows itself to a painter: the case distinction of this sealed type. */
    void paint(Painter painter);

    /** Where letters stand with respect to their point. */
    enum Anchor {
        START,
        MIDDLE
    }

    /** A rectangle with round corners. */
    record Box(double x, double y, double width, double height, double radius, Ink ink) implements Mark {
        @Override
        public void paint(Painter painter) {
            painter.box(this);
        }
    }

    /** A line of straight and curved pieces. */
    record Path(Path2D outline, Ink ink) implements Mark {
        @Override
        public void paint(Painter painter) {
            painter.path(this);
        }
    }

    /** A line of text; {@code y} is its baseline. */
    record Label(double x, double y, String text, Anchor anchor, Ink ink) implements Mark {
        @Override
        public void paint(Painter painter) {
            painter.label(this);
        }
    }

    /**
     * Marks that belong together.
     *
     * @param kind of what, such as {@code node}: the painter of SVG writes {@code data-node="id"}
     * @param title shown on hovering, and read aloud; may be empty
     */
    record Group(String kind, String id, String title, Mood mood, List<Mark> marks) implements Mark {
        public Group {
            marks = List.copyOf(marks);
        }

        @Override
        public void paint(Painter painter) {
            painter.group(this);
        }
    }

    /** Someone who draws marks. */
    interface Painter {
        void box(Box box);

        void path(Path path);

        void label(Label label);

        void group(Group group);
    }
}
