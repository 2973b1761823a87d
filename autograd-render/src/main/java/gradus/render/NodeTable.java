package gradus.render;

import gradus.autograd.Outline;
import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import java.util.ArrayList;
import java.util.Map;

/** All nodes of a graph as a table, for those who do not see the drawing or cannot point at it. */
final class NodeTable {

    /** Longer tables than this are not read. */
    private static final int MOST = 60;

    private NodeTable() {}

    /** Empty where there are too many nodes. */
    static String html(Trace trace, PartDrawing drawing) {
        if (trace.nodes().size() > MOST) {
            return "";
        }
        var outline = Outline.of(trace);
        var rows = new ArrayList<Map<String, Object>>();
        for (var node : trace.nodes()) {
            if (node.kind() != Kind.CONSTANT) {
                rows.add(Map.of(
                        "node",
                        drawing.told(node.id()).get(0),
                        "value",
                        trace.isFailed(node.id()) ? "✗" : Written.value(node.value()),
                        "gradient",
                        node.gradient() == null ? "—" : Written.value(node.gradient()),
                        "locals",
                        drawing.locals(outline.excerpt(node.id()), node.id())));
            }
        }
        return Html.fill(
                "nodes.html",
                Map.of(
                        "title", Words.of("graph.numbers"),
                        "node", Words.of("graph.numbers.node"),
                        "value", Words.of("graph.numbers.value"),
                        "gradient", Words.of("graph.numbers.gradient"),
                        "local", Words.of("graph.numbers.local"),
                        "rows", rows));
    }
}
