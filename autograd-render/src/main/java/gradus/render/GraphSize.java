package gradus.render;

import gradus.autograd.Node;
import gradus.autograd.Outline;
import gradus.autograd.Trace.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How large a graph is, for those that are told and not drawn whole.
 *
 * @param nodes all nodes
 * @param edges pairs of a result and an operand
 * @param byOp how many nodes each op has made, by the op's name
 */
record GraphSize(int nodes, int edges, Map<String, Integer> byOp) {

    static GraphSize of(Node root) {
        return of(Outline.of(root));
    }

    static GraphSize of(Outline outline) {
        var byOp = new TreeMap<String, Integer>();
        for (int i = 0; i < outline.size(); i++) {
            byOp.merge(kind(outline, i), 1, Integer::sum);
        }
        return new GraphSize(outline.size(), outline.edges(), byOp);
    }

    private static String kind(Outline outline, int i) {
        return outline.kind(i) == Kind.RESULT
                ? outline.op(i)
                : outline.kind(i) == Kind.CONSTANT ? "constants" : "inputs";
    }

    /** As text, one line each. */
    List<String> lines(Outline outline) {
        var lines = new ArrayList<String>();
        lines.add(Words.of("graph.large", outline.label(outline.root()), nodes, edges, Graph.LARGEST));
        byOp.forEach((op, count) -> lines.add(String.format(Locale.ROOT, "%9d  %s", count, op)));
        return lines;
    }
}
