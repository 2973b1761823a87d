package gradus.render.layout;

import gradus.render.layout.Digraph.Edge;
import java.util.List;

/**
 * The column of each node: behind all of its operands (the longest path from an input), then as far to the right as makes
 * edges shorter, so that an input stands just before its first use.
 */
final class Ranks {

    private Ranks() {}

    static int[] of(Digraph graph) {
        int n = graph.nodes().size();
        var in = graph.edgesOf(true);
        var out = graph.edgesOf(false);
        var rank = new int[n];
        for (int v = 0; v < n; v++) {
            for (var edge : in.get(v)) {
                rank[v] = Math.max(rank[v], rank[edge.from()] + 1);
            }
        }
        var pins = pins(in, out);
        for (int v = n - 1; v >= 0; v--) {
            if (out.get(v).size() > pins[v]) {
                rank[v] = out.get(v).stream().mapToInt(e -> rank[e.to()]).min().orElseThrow() - 1;
            }
        }
        // Moving everything right may have left the first columns empty.
        int first = java.util.Arrays.stream(rank).min().orElse(0);
        for (int v = 0; v < n; v++) {
            rank[v] -= first;
        }
        return rank;
    }

    /**
     * How many edges into each node would grow if it moved right: those from nodes that cannot move along, because
     * others use them too or because they are held themselves.
     */
    private static int[] pins(List<List<Edge>> in, List<List<Edge>> out) {
        var pins = new int[in.size()];
        for (int v = 0; v < pins.length; v++) {
            for (var edge : in.get(v)) {
                boolean follows = out.get(edge.from()).size() == 1 && pins[edge.from()] == 0;
                pins[v] += follows ? 0 : 1;
            }
        }
        return pins;
    }
}
