package gradus.render;

import gradus.autograd.Trace;
import gradus.autograd.Trace.TraceNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The drawing of a graph as it stands. */
final class GraphPicture implements Picture {

    private final Trace trace;
    private final GraphScene scene;

    GraphPicture(Trace trace) {
        this.trace = trace;
        scene = new GraphScene(trace, List.of(Frames.now(trace)));
    }

    String svg() {
        return scene.scene(0).svg();
    }

    @Override
    public String html() {
        return Html.fill("graph.html", Map.of("image", Html.base64(svg()), "alt", Html.attribute(scene.title())));
    }

    @Override
    public byte[] png() {
        return scene.scene(0).png();
    }

    @Override
    public String text() {
        var formulas =
                trace.forward().stream().collect(Collectors.toMap(Trace.ForwardStep::node, Trace.ForwardStep::formula));
        var takesGradient = Written.takesGradient(trace);
        return trace.nodes().stream()
                .map(n -> line(n, formulas.getOrDefault(n.id(), n.label()), takesGradient[n.id()]))
                .collect(Collectors.joining("\n", scene.title() + "\n", "\n"));
    }

    private static String line(TraceNode node, String formula, boolean takesGradient) {
        var value = switch (node.kind()) {
            case CONSTANT -> "constant " + node.label();
            case INPUT, RESULT -> formula + ": value " + node.value();
        };
        var gradient = node.gradient();
        return "  " + value + (takesGradient ? ", gradient " + (gradient == null ? "—" : gradient) : "");
    }
}
