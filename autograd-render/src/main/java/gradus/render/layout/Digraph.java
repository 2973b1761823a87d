package gradus.render.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be laid out: a directed graph without cycles, whose edges lead from nodes with smaller numbers to nodes with
 * larger ones.
 *
 * @param nodes the room that each node takes
 * @param edges every edge, in the order of the ports of its target; parallel edges are kept apart
 */
public record Digraph(List<Size> nodes, List<Edge> edges) {

    public Digraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * The room of a node: a box at whose sides edges end, and letters around it.
     *
     * @param width of box and letters, both centred
     * @param above from the middle of the box to the top of the letters
     * @param below from the middle of the box to the bottom of the letters
     * @param box width of the box
     */
    public record Size(double width, double above, double below, double box) {}

    /**
     * An edge into a port at the left side of its target.
     *
     * @param port how far below the middle of the target it ends, in pixels
     */
    public record Edge(int from, int to, double port) {}

    /** For each node its edges, those that lead to it or those that leave it, in order. */
    List<List<Edge>> edgesOf(boolean incoming) {
        var of = new ArrayList<List<Edge>>();
        for (int i = 0; i < nodes.size(); i++) {
            of.add(new ArrayList<>());
        }
        for (var edge : edges) {
            of.get(incoming ? edge.to() : edge.from()).add(edge);
        }
        return of;
    }
}
