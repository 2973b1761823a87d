package gradus.render;

import gradus.autograd.Outline;
import gradus.autograd.Trace;
import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The drawing of a graph as it stands: the whole of it, and below it the drawings of its parts, which open on a click. */
final class GraphPicture implements Picture {

    /** A notebook stays small: parts whose drawings would take more than this, in base 64, are not drawn but counted. */
    static final int BYTES = 270_000;

    private final Outline outline;
    private final @Nullable Trace trace;
    private final GraphOptions options;
    private final Parts parts;
    private final Sheet top;

    GraphPicture(Trace trace) {
        this(Outline.of(trace), trace, GraphOptions.DEFAULT);
    }

    /** @param trace the trace of the same graph; null where it is too large for one */
    GraphPicture(Outline outline, @Nullable Trace trace, GraphOptions options) {
        this.outline = outline;
        this.trace = trace;
        this.options = options;
        // GradientPaths are to be seen, not to run through closed groups.
        boolean closed = options.groups() && (options.paths() == null || trace == null);
        parts = new Parts(outline, options.depth(), closed);
        top = new Sheet(parts, parts.whole(), options, trace, title());
    }

    private String title() {
        int inputs = 0;
        int operations = 0;
        for (int i = 0; i < outline.size(); i++) {
            inputs += outline.kind(i) == Kind.INPUT ? 1 : 0;
            operations += outline.kind(i) == Kind.RESULT ? 1 : 0;
        }
        return Words.of("graph.title", Written.label(outline.node(outline.root())), inputs, operations);
    }

    String svg() {
        return top.scene().svg();
    }

    @Override
    public String html() {
        int undrawn = open();
        return Html.fill(
                "graph.html",
                Map.of(
                        "part",
                        html(top),
                        "remarks",
                        trace == null ? List.of() : Sentences.of(trace),
                        "paths",
                        options.paths() == null ? "" : PathTable.html(options.paths()),
                        "undrawn",
                        undrawn == 0 ? "" : Words.of("graph.undrawn", undrawn),
                        "point",
                        Words.of("graph.point"),
                        "numbers",
                        trace == null ? "" : NodeTable.html(trace, top.drawing())));
    }

    /**
     * Draws the parts, as many as there is room for: first one of each level, the first and the last, so that even of a
     * million nodes some can be seen, then level by level.
     *
     * @return how many parts have no drawing
     */
    private int open() {
        int room = BYTES - size(top);
        for (boolean first : new boolean[] {true, false}) {
            var sheet = top;
            while (sheet != null && room > 0 && !sheet.drawing().parts().isEmpty()) {
                var items = List.copyOf(sheet.drawing().parts().keySet());
                int item = items.get(first ? 0 : items.size() - 1);
                room -= sheet.inside.containsKey(item) ? 0 : size(open(sheet, item));
                sheet = sheet.inside.get(item);
            }
        }
        int undrawn = 0;
        var waiting = new ArrayDeque<>(List.of(top));
        while (!waiting.isEmpty()) {
            var sheet = waiting.remove();
            for (int item : sheet.drawing().parts().keySet()) {
                if (!sheet.inside.containsKey(item) && room > 0) {
                    room -= size(open(sheet, item));
                }
                var next = sheet.inside.get(item);
                if (next == null) {
                    undrawn++;
                } else {
                    waiting.add(next);
                }
            }
        }
        return undrawn;
    }

    private Sheet open(Sheet sheet, int item) {
        var part = java.util.Objects.requireNonNull(sheet.drawing().parts().get(item));
        var title = Words.of("graph.part", part.name(), sheet.drawing().count(part));
        var opened = new Sheet(parts, part, options, null, title);
        sheet.inside.put(item, opened);
        return opened;
    }

    private static int size(Sheet sheet) {
        return sheet.scene().svg().getBytes(StandardCharsets.UTF_8).length * 4 / 3;
    }

    private String html(Sheet sheet) {
        var groups = new ArrayList<Map<String, Object>>();
        for (int item : sheet.drawing().parts().keySet().stream().sorted().toList()) {
            var opened = sheet.inside.get(item);
            if (opened != null) {
                groups.add(Map.of("item", item, "title", opened.title(), "part", html(opened)));
            }
        }
        return Html.fill(
                "graphpart.html",
                Map.of(
                        "image", Html.base64(sheet.scene().svg()),
                        "alt", Html.attribute(sheet.title()),
                        "groups", groups));
    }

    @Override
    public byte[] png() {
        return (trace == null ? top.scene() : Faults.captioned(top.scene(), trace)).png();
    }

    @Override
    public String text() {
        var lines = new ArrayList<String>();
        if (trace == null) {
            lines.addAll(GraphSize.of(outline).lines(outline));
        } else {
            lines.add(title());
            trace.nodes().forEach(node -> lines.add("  " + line(trace, node)));
            lines.addAll(Sentences.of(trace));
        }
        var text = String.join("\n", lines) + "\n";
        return options.paths() == null ? text : text + PathTable.text(options.paths());
    }

    /** A node with its numbers in full. */
    private String line(Trace whole, TraceNode node) {
        var maker = GraphScene.maker(whole, node);
        if (node.kind() == Kind.CONSTANT) {
            return maker;
        }
        if (whole.isFailed(node.id())) {
            return maker + " ✗";
        }
        var gradient = node.gradient();
        return maker + ": " + Words.of("graph.value", node.value())
                + (parts.takesGradient[node.id()]
                        ? ", " + Words.of("graph.gradient", gradient == null ? "—" : gradient)
                        : "");
    }
}
