package gradus.render;

import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.render.scene.Glyphs;
import java.util.stream.Collectors;

/** Writes a graph in DOT, the language of Graphviz. */
final class Dot {

    private final StringBuilder text = new StringBuilder();
    private final FlatGraph graph;
    private int clusters;

    private Dot(FlatGraph graph) {
        this.graph = graph;
    }

    static String of(FlatGraph graph) {
        return new Dot(graph).run();
    }

    private String run() {
        var direction = switch (graph.direction()) {
            case RIGHT -> "LR";
            case LEFT -> "RL";
            case DOWN -> "TB";
            case UP -> "BT";
        };
        text.append("digraph ").append(quoted(graph.title())).append(" {\n");
        text.append("  graph [rankdir=")
                .append(direction)
                .append(" ordering=in charset=\"UTF-8\" fontname=Helvetica]\n");
        text.append("  node [fontname=Helvetica shape=")
                .append(graph.style() == GraphStyle.RECORD ? "record" : "box")
                .append(" style=rounded]\n");
        text.append("  edge [fontname=Helvetica]\n");
        scope(graph.scopes(), "  ");
        for (var edge : graph.edges()) {
            text.append("  n").append(edge.from()).append(" -> n").append(edge.to());
            if (edge.note() != null) {
                text.append(" [label=").append(quoted(edge.note())).append(" color=\"#a8320a\" penwidth=3]");
            }
            text.append('\n');
        }
        return text.append("}\n").toString();
    }

    private void scope(FlatGraph.Scope scope, String indent) {
        for (int id : scope.nodes()) {
            node(graph.nodes().get(id), indent);
        }
        for (var inner : scope.inside().values()) {
            text.append(indent).append("subgraph cluster_").append(clusters++).append(" {\n");
            text.append(indent).append("  label=").append(quoted(inner.name())).append('\n');
            scope(inner, indent + "  ");
            text.append(indent).append("}\n");
        }
    }

    private void node(TraceNode node, String indent) {
        boolean record = graph.style() == GraphStyle.RECORD;
        var label = graph.lines().getOrDefault(node.id(), java.util.List.of()).stream()
                .map(line -> record ? recordEscaped(line) : escaped(line))
                .collect(Collectors.joining(record ? " | " : "\\n"));
        text.append(indent)
                .append('n')
                .append(node.id())
                .append(" [label=\"")
                .append(label)
                .append('"');
        if (node.kind() == Kind.INPUT) {
            text.append(record ? " style=bold" : " shape=ellipse style=solid");
        } else if (node.kind() == Kind.CONSTANT) {
            text.append(" style=dashed");
        } else if (graph.style() == GraphStyle.CIRCUIT) {
            text.append(" shape=oval style=solid");
        }
        text.append("]\n");
    }

    private static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    /** Graphviz reads backslashes, and entities as in HTML. */
    private static String escaped(String text) {
        return Glyphs.line(text).replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;");
    }

    /** In a record, brackets and bars part fields. */
    private static String recordEscaped(String text) {
        return escaped(text).replaceAll("[{}|<>]", "\\\\$0");
    }
}
