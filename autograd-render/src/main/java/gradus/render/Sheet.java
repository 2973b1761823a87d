package gradus.render;

import gradus.autograd.GradientPaths;
import gradus.autograd.Numbers;
import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.render.Frame.Writing;
import gradus.render.scene.Mood;
import gradus.render.scene.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One drawing of a graph, of the whole or of a part, and the drawings of the parts in it that have one. */
final class Sheet {

    private final PartDrawing drawing;
    private final GraphScene scene;
    /** By the number of the node that stands for the part. */
    final Map<Integer, Sheet> inside = new LinkedHashMap<>();

    /** @param whole the trace of the whole graph, to be drawn as it is if nothing is to be drawn otherwise */
    Sheet(Parts graph, Part part, GraphOptions options, @Nullable Trace whole, String title) {
        drawing = new PartDrawing(graph, part);
        boolean isWhole = whole != null && drawing.isWhole();
        var trace = whole != null && isWhole ? whole : drawing.trace();
        var notes = new HashMap<String, String>();
        var nodes = new ArrayList<Integer>();
        if (options.paths() != null) {
            mark(options.paths(), trace, isWhole, notes, nodes);
        }
        var look = new Look(
                options.style(),
                options.direction(),
                isWhole ? null : title,
                isWhole ? Map.of() : drawing.roles(),
                notes);
        var frame = frame(trace, isWhole, options.style(), nodes, List.copyOf(notes.keySet()));
        scene = new GraphScene(
                trace,
                List.of(frame),
                (t, item) -> isWhole ? String.join("\n", drawing.told(item.id())) : drawing.hint(item.id()),
                look);
    }

    Scene scene() {
        return scene.scene(0);
    }

    String title() {
        return scene.title();
    }

    PartDrawing drawing() {
        return drawing;
    }

    /** The edges of paths, with the local gradients on them. */
    private void mark(
            GradientPaths paths, Trace trace, boolean isWhole, Map<String, String> notes, List<Integer> nodes) {
        var itemOf = new HashMap<Integer, Integer>();
        trace.nodes().forEach(n -> itemOf.put(isWhole ? n.id() : drawing.node(n.id()), n.id()));
        for (var edge : paths.edges()) {
            var item = itemOf.get(edge.node());
            var operand = itemOf.get(edge.operand());
            if (item != null && operand != null) {
                var operands = trace.node(item).operands();
                boolean same = edge.operandIndex() < operands.size()
                        && operands.get(edge.operandIndex()).equals(operand);
                notes.put(
                        Frame.edge(item, same ? edge.operandIndex() : operands.indexOf(operand)),
                        Numbers.brief(edge.local()));
                nodes.add(item);
                nodes.add(operand);
            }
        }
    }

    private Frame frame(Trace trace, boolean isWhole, GraphStyle style, List<Integer> nodes, List<String> edges) {
        var values = new ArrayList<Writing>();
        var gradients = new ArrayList<Writing>();
        if (isWhole && (style != GraphStyle.CIRCUIT || !trace.remarks().isEmpty())) {
            var now = Frames.now(trace);
            values.addAll(now.values());
            gradients.addAll(now.gradients());
            if (edges.isEmpty()) {
                return now;
            }
        } else {
            var takes = Written.takesGradient(trace);
            for (var item : trace.nodes()) {
                var shown = isWhole ? item : drawing.shown(item.id());
                if (shown != null && shown.kind() != Kind.CONSTANT) {
                    values.add(new Writing(item.id(), value(shown, style)));
                    if (isWhole ? takes[item.id()] : drawing.takesGradient(shown)) {
                        gradients.add(new Writing(item.id(), gradient(shown, style)));
                    }
                }
            }
        }
        return new Frame(
                edges.isEmpty() ? Mood.CALM : Mood.BACKWARD, "", "", "", "", values, gradients, nodes, edges, "");
    }

    /** On a wire stand numbers; a name is added where the op at its beginning has no room for it. */
    private static String value(TraceNode node, GraphStyle style) {
        var value = Written.value(node.value());
        return style == GraphStyle.CIRCUIT && node.named() && node.op() != null
                ? Written.label(node) + " = " + value
                : value;
    }

    private static String gradient(TraceNode node, GraphStyle style) {
        if (style != GraphStyle.CIRCUIT) {
            return Written.gradient(node, node.gradient());
        }
        return node.gradient() == null ? "—" : Written.value(node.gradient());
    }
}
