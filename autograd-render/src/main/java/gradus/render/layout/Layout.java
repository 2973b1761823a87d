package gradus.render.layout;

import java.util.List;

/**
 * Where everything stands.
 *
 * @param centres the middle of each node
 * @param routes the way of each edge
 * @param crossings how often edges cross
 */
public record Layout(double width, double height, List<Point> centres, List<Route> routes, int crossings) {

    public Layout {
        centres = List.copyOf(centres);
        routes = List.copyOf(routes);
    }

    /** A point; y grows downwards. */
    public record Point(double x, double y) {}

    /**
     * The way of an edge: an even number of points. The pieces between them are in turn straight (within a column) and
     * curved (between columns), and the first and the last are straight.
     */
    public record Route(List<Point> points) {
        public Route {
            points = List.copyOf(points);
        }
    }
}
