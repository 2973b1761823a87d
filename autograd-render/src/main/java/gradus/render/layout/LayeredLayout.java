package gradus.render.layout;

import gradus.render.layout.Digraph.Edge;
import gradus.render.layout.Layout.Point;
import gradus.render.layout.Layout.Route;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a graph in columns, operands to the left of results: {@link Ranks} gives the columns, {@link Order} the order
 * within them, {@link Rows} the heights, and here are the x-coordinates and the ways of the edges. The same graph gives
 * the same drawing.
 */
public final class LayeredLayout {

    private static final double GAP = 56;
    private static final double STUB = 6;

    private final Digraph graph;
    private final Layers layers;
    private final double[] y;
    private final double[] left;
    private final double[] right;
    private final int crossings;
    private final double gap;

    private LayeredLayout(Digraph graph, double room) {
        this.graph = graph;
        gap = GAP + room;
        layers = new Layers(graph, Ranks.of(graph));
        crossings = Order.improve(layers);
        y = Rows.of(layers, graph);
        left = new double[layers.columns.size()];
        right = new double[left.length];
        columns();
    }

    /** Lays a graph out. */
    public static Layout of(Digraph graph) {
        return of(graph, 0);
    }

    /**
     * Lays a graph out.
     *
     * @param room how much farther apart than usual columns stand, for what is written on edges
     */
    public static Layout of(Digraph graph, double room) {
        return new LayeredLayout(graph, room).layout();
    }

    private void columns() {
        double x = 0;
        for (int r = 0; r < left.length; r++) {
            left[r] = x;
            right[r] = x + width(layers.columns.get(r));
            x = right[r] + gap;
        }
    }

    private double width(List<Integer> column) {
        return column.stream()
                .filter(v -> !layers.isDummy(v))
                .mapToDouble(v -> graph.nodes().get(v).width())
                .max()
                .orElse(0);
    }

    private Layout layout() {
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int v = 0; v < y.length; v++) {
            top = Math.min(top, y[v] - Rows.above(layers, graph, v));
            bottom = Math.max(bottom, y[v] + Rows.below(layers, graph, v));
        }
        for (int v = 0; v < y.length; v++) {
            y[v] -= top;
        }
        var centres = new ArrayList<Point>();
        for (int v = 0; v < layers.nodes; v++) {
            int r = layers.rank(v);
            centres.add(new Point((left[r] + right[r]) / 2, y[v]));
        }
        var routes = new ArrayList<Route>();
        for (int e = 0; e < graph.edges().size(); e++) {
            routes.add(route(graph.edges().get(e), layers.dummies.get(e), centres));
        }
        return new Layout(right[right.length - 1], bottom - top, centres, routes, crossings);
    }

    private Route route(Edge edge, List<Integer> dummies, List<Point> centres) {
        var points = new ArrayList<Point>();
        var start = centres.get(edge.from());
        points.add(new Point(start.x() + graph.nodes().get(edge.from()).box() / 2, start.y()));
        points.add(new Point(right[layers.rank(edge.from())] + STUB, start.y()));
        for (int dummy : dummies) {
            int r = layers.rank(dummy);
            points.add(new Point(left[r], y[dummy]));
            points.add(new Point(right[r], y[dummy]));
        }
        var end = centres.get(edge.to());
        double port = end.y() + edge.port();
        points.add(new Point(left[layers.rank(edge.to())] - STUB, port));
        points.add(new Point(end.x() - graph.nodes().get(edge.to()).box() / 2, port));
        return new Route(points);
    }
}
