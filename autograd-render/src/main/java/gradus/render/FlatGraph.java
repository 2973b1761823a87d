package gradus.render;

import gradus.autograd.GradientPaths;
import gradus.autograd.Numbers;
import gradus.autograd.Outline;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A graph for the languages of other programs: what each node is called, who uses whom, and the scopes around them.
 *
 * @param lines for each node what is written into it
 * @param scopes the scopes and what stands in them, in order
 */
record FlatGraph(
        String title,
        GraphStyle style,
        GraphDirection direction,
        List<TraceNode> nodes,
        Map<Integer, List<String>> lines,
        List<Edge> edges,
        Scope scopes) {

    private static final int MOST = 5000;

    /**
     * An edge.
     *
     * @param note the local gradient, on a path that is marked; else null
     */
    record Edge(int from, int to, @Nullable String note) {}

    /** A scope with the numbers of the nodes and the scopes in it. */
    record Scope(String name, List<Integer> nodes, Map<String, Scope> inside) {
        Scope(String name) {
            this(name, new ArrayList<>(), new LinkedHashMap<>());
        }
    }

    static FlatGraph of(Outline outline, GraphOptions options) {
        var parts = new Parts(outline, options.depth(), false);
        if (parts.results.length > MOST) {
            throw new IllegalArgumentException("the graph has " + outline.size() + " nodes, and up to " + MOST
                    + " are listed one by one: give a depth, or draw it as SVG or PNG");
        }
        var drawing = new PartDrawing(parts, parts.whole());
        var nodes = drawing.trace().nodes();
        var lines = new HashMap<Integer, List<String>>();
        var edges = new ArrayList<Edge>();
        var notes = notes(options.paths());
        var top = new Scope("");
        for (var node : nodes) {
            int id = drawing.node(node.id());
            lines.put(node.id(), lines(drawing, node, id < 0 ? null : outline.node(id)));
            for (int k = 0; k < node.operands().size(); k++) {
                edges.add(new Edge(node.operands().get(k), node.id(), notes.get(Frame.edge(id, k))));
            }
            var scope = top;
            for (var name : node.scope()) {
                scope = scope.inside().computeIfAbsent(name, Scope::new);
            }
            scope.nodes().add(node.id());
        }
        return new FlatGraph(
                outline.label(outline.root()), options.style(), options.direction(), nodes, lines, edges, top);
    }

    private static Map<String, String> notes(@Nullable GradientPaths paths) {
        var notes = new HashMap<String, String>();
        if (paths != null) {
            paths.edges().forEach(e -> notes.put(Frame.edge(e.node(), e.operandIndex()), Numbers.brief(e.local())));
        }
        return notes;
    }

    /** The formula, the value, the gradient. */
    private static List<String> lines(PartDrawing drawing, TraceNode item, @Nullable TraceNode node) {
        var lines = new ArrayList<String>();
        if (node == null) {
            lines.add(item.label());
            return lines;
        }
        lines.add(drawing.formula(node.id()));
        if (node.kind() != Kind.CONSTANT) {
            lines.add(Written.value(node.value()));
            if (drawing.takesGradient(node)) {
                lines.add(Written.gradient(node, node.gradient()));
            }
        }
        return lines;
    }
}
