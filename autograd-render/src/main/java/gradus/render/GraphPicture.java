package gradus.render;

import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The drawing of a graph as it stands. */
final class GraphPicture implements Picture {

    private final Trace trace;
    private final boolean[] takesGradient;
    private final GraphScene scene;

    GraphPicture(Trace trace) {
        this.trace = trace;
        var takes = Written.takesGradient(trace);
        takesGradient = takes;
        scene = new GraphScene(trace, List.of(Frames.now(trace)), (t, node) -> line(t, node, takes[node.id()]));
    }

    String svg() {
        return scene.scene(0).svg();
    }

    @Override
    public String html() {
        return Html.fill(
                "graph.html",
                Map.of(
                        "image", Html.base64(svg()),
                        "alt", Html.attribute(scene.title()),
                        "remarks", Sentences.of(trace)));
    }

    @Override
    public byte[] png() {
        return Faults.captioned(scene.scene(0), trace).png();
    }

    @Override
    public String text() {
        return trace.nodes().stream()
                        .map(node -> "  " + line(trace, node, takesGradient[node.id()]))
                        .collect(Collectors.joining("\n", scene.title() + "\n", "\n"))
                + Sentences.of(trace).stream().map(s -> s + "\n").collect(Collectors.joining());
    }

    /** A node with its numbers in full. */
    private static String line(Trace trace, TraceNode node, boolean takesGradient) {
        var maker = GraphScene.maker(trace, node);
        if (node.kind() == Kind.CONSTANT) {
            return maker;
        }
        if (trace.isFailed(node.id())) {
            return maker + " ✗";
        }
        var gradient = node.gradient();
        return maker + ": " + Words.of("graph.value", node.value())
                + (takesGradient ? ", " + Words.of("graph.gradient", gradient == null ? "—" : gradient) : "");
    }
}
