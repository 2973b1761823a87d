package gradus.render;

import gradus.autograd.Node;
import gradus.autograd.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * The graph of a computation: each node with its name, op, value above and gradient below, and an edge for each operand.
 *
 * <pre>{@code
 * var x = new Var(3, "x");
 * var y = x.mul(x).named("y");
 * y.backward();
 * Graph.of(y)     // shown by a notebook as a drawing
 * }</pre>
 */
public final class Graph {

    /** Larger graphs are told in counts: nobody reads a drawing of them. */
    static final int LARGEST = 200;

    private Graph() {}

    /**
     * A picture of all that led to this node, with the gradients that sweeps have left so far. A graph of more than 200
     * nodes is not drawn: the picture tells how many nodes each op has made.
     */
    public static Picture of(Node root) {
        var size = GraphSize.of(root);
        return size.nodes() > LARGEST ? new TextPicture(summary(root, size)) : of(Trace.forwardOf(root));
    }

    /** A picture of a trace, with the gradients that its nodes had when it was taken. */
    public static Picture of(Trace trace) {
        return new GraphPicture(trace);
    }

    private static List<String> summary(Node root, GraphSize size) {
        var lines = new ArrayList<String>();
        var name = root.name() == null ? "?" : root.name();
        lines.add(Words.of("graph.large", name, size.nodes(), size.edges(), LARGEST));
        size.byOp().forEach((op, count) -> lines.add(String.format(java.util.Locale.ROOT, "%9d  %s", count, op)));
        return lines;
    }
}
