package gradus.render.layout;

import gradus.render.layout.Digraph.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The graph cut into columns: an edge over several columns is cut into segments by a dummy vertex in each column between.
 * Vertices below {@code nodes} are nodes, the others dummies.
 */
final class Layers {

    /** A piece of an edge between neighbouring columns; {@code port} as in {@link Edge}, 0 at a dummy. */
    record Segment(int from, int to, double port) {}

    final int nodes;
    /** The vertices of each column, from top to bottom. */
    final List<List<Integer>> columns = new ArrayList<>();
    /** For each edge the dummies on its way. */
    final List<List<Integer>> dummies = new ArrayList<>();

    final List<List<Segment>> in = new ArrayList<>();
    final List<List<Segment>> out = new ArrayList<>();
    private final List<Integer> rank = new ArrayList<>();

    Layers(Digraph graph, int[] ranks) {
        nodes = ranks.length;
        for (int r : ranks) {
            vertex(r);
        }
        for (var edge : graph.edges()) {
            cut(edge);
        }
        for (int r = 0; r <= rank.stream().mapToInt(x -> x).max().orElse(0); r++) {
            columns.add(new ArrayList<>());
        }
        fill();
    }

    boolean isDummy(int vertex) {
        return vertex >= nodes;
    }

    int rank(int vertex) {
        return rank.get(vertex);
    }

    int size() {
        return rank.size();
    }

    private int vertex(int itsRank) {
        rank.add(itsRank);
        in.add(new ArrayList<>());
        out.add(new ArrayList<>());
        return rank.size() - 1;
    }

    private void cut(Edge edge) {
        var way = new ArrayList<Integer>();
        int at = edge.from();
        for (int r = rank(at) + 1; r < rank(edge.to()); r++) {
            int dummy = vertex(r);
            way.add(dummy);
            join(new Segment(at, dummy, 0));
            at = dummy;
        }
        join(new Segment(at, edge.to(), edge.port()));
        dummies.add(way);
    }

    private void join(Segment segment) {
        out.get(segment.from()).add(segment);
        in.get(segment.to()).add(segment);
    }

    /**
     * The first order: a walk from the results down to the inputs, first operand first. It draws a tree without a
     * crossing, operands in order. A flat loop, whatever the depth.
     */
    private void fill() {
        var met = new boolean[size()];
        var todo = new ArrayDeque<Integer>();
        for (int root = nodes - 1; root >= 0; root--) {
            if (!out.get(root).isEmpty()) {
                continue;
            }
            todo.push(root);
            while (!todo.isEmpty()) {
                int v = todo.pop();
                if (met[v]) {
                    continue;
                }
                met[v] = true;
                columns.get(rank(v)).add(v);
                in.get(v).stream()
                        .sorted(Comparator.comparingDouble(Segment::port).reversed())
                        .forEach(s -> todo.push(s.from()));
            }
        }
    }
}
