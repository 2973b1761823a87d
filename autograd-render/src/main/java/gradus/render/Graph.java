package gradus.render;

import gradus.autograd.Node;
import gradus.autograd.Outline;
import gradus.autograd.Trace;

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

    /** The text of larger graphs tells counts and not nodes. */
    static final int LARGEST = 200;

    private Graph() {}

    /**
     * A picture of all that led to this node, with the gradients that sweeps have left so far. Layers and scopes are one
     * node each, which opens on a click, and so are the blocks of a computation of more than 40 operations.
     */
    public static Picture of(Node root) {
        return of(root, GraphOptions.DEFAULT);
    }

    /** The same, drawn otherwise. */
    public static Picture of(Node root, GraphOptions options) {
        return picture(root, Outline.of(root), options);
    }

    static GraphPicture picture(Node root, Outline outline, GraphOptions options) {
        var trace = outline.size() > LARGEST ? null : Trace.forwardOf(root);
        return new GraphPicture(outline, trace, options);
    }

    /** A picture of a trace, with the gradients that its nodes had when it was taken. */
    public static Picture of(Trace trace) {
        return of(trace, GraphOptions.DEFAULT);
    }

    /** The same, drawn otherwise. */
    public static Picture of(Trace trace, GraphOptions options) {
        return new GraphPicture(Outline.of(trace), trace, options);
    }
}
