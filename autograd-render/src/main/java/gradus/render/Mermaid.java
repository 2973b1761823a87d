package gradus.render;

import gradus.autograd.Trace.Kind;
import gradus.autograd.Trace.TraceNode;
import gradus.render.scene.Glyphs;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a graph as a flowchart of Mermaid. */
final class Mermaid {

    /** What would be markup, of HTML, of Markdown or of Mermaid itself. */
    private static final String MARKUP = "\"#<>&`*_~\\[]{}|;";

    /** What is read as the start of a line, or of a formula, however it is escaped: something invisible parts it. */
    private static final Pattern SPLIT = Pattern.compile("\\\\(?=n)|[$](?=[$])");

    private final StringBuilder text = new StringBuilder();
    private final FlatGraph graph;
    private int subgraphs;

    private Mermaid(FlatGraph graph) {
        this.graph = graph;
    }

    static String of(FlatGraph graph) {
        return new Mermaid(graph).run();
    }

    private String run() {
        var direction = switch (graph.direction()) {
            case RIGHT -> "LR";
            case LEFT -> "RL";
            case DOWN -> "TB";
            case UP -> "BT";
        };
        text.append("flowchart ").append(direction).append('\n');
        scope(graph.scopes(), "  ");
        for (var edge : graph.edges()) {
            text.append("  n").append(edge.from());
            text.append(edge.note() == null ? " --> " : " ==>|\"" + escaped(edge.note()) + "\"| ");
            text.append('n').append(edge.to()).append('\n');
        }
        return text.toString();
    }

    private void scope(FlatGraph.Scope scope, String indent) {
        for (int id : scope.nodes()) {
            text.append(indent).append(node(graph.nodes().get(id))).append('\n');
        }
        for (var inner : scope.inside().values()) {
            text.append(indent).append("subgraph s").append(subgraphs++);
            text.append("[\"").append(escaped(inner.name())).append("\"]\n");
            scope(inner, indent + "  ");
            text.append(indent).append("end\n");
        }
    }

    private String node(TraceNode node) {
        var label = graph.lines().getOrDefault(node.id(), List.of()).stream()
                .map(Mermaid::escaped)
                .collect(Collectors.joining("<br>"));
        boolean round = node.kind() == Kind.INPUT || graph.style() == GraphStyle.CIRCUIT;
        return "n" + node.id() + (round ? "([\"" + label + "\"])" : "[\"" + label + "\"]");
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        SPLIT.matcher(Glyphs.line(text)).replaceAll("$0\u200b").codePoints().forEach(c -> {
            if (MARKUP.indexOf(c) >= 0) {
                escaped.append('#').append(c).append(';');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
