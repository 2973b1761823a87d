package gradus.render;

import java.awt.geom.AffineTransform;

/** In which direction values flow through the drawing of a graph. */
public enum GraphDirection {
    RIGHT {
        @Override
        AffineTransform turned(double length) {
            return new AffineTransform();
        }
    },
    DOWN {
        @Override
        AffineTransform turned(double length) {
            return new AffineTransform(0, 1, 1, 0, 0, 0);
        }
    },
    LEFT {
        @Override
        AffineTransform turned(double length) {
            return new AffineTransform(-1, 0, 0, 1, length, 0);
        }
    },
    UP {
        @Override
        AffineTransform turned(double length) {
            return new AffineTransform(0, -1, 1, 0, 0, length);
        }
    };

    /** From a layout that runs to the right, and is so long, to this direction. */
    abstract AffineTransform turned(double length);

    boolean isVertical() {
        return this == DOWN || this == UP;
    }

    /**
     * The direction of this name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static GraphDirection named(String name) {
        return GraphStyle.named(GraphDirection.class, "direction", name);
    }
}
