package gradus.render;

import gradus.autograd.Node;
import gradus.autograd.Outline;
import gradus.autograd.Trace;
import java.nio.charset.StandardCharsets;

/**
 * A graph as a file for other programs.
 *
 * <pre>{@code
 * var x = new Var(3, "x");
 * var y = x.mul(x).named("y");
 * new String(GraphFormat.MERMAID.of(y, GraphOptions.DEFAULT)).lines().findFirst().get()   // ⇒ flowchart LR
 * }</pre>
 */
public enum GraphFormat {
    /** A drawing that can be enlarged, in the light theme. Groups are closed. */
    SVG("svg") {
        @Override
        byte[] of(GraphPicture picture, Outline graph, GraphOptions options) {
            return picture.svg().getBytes(StandardCharsets.UTF_8);
        }
    },
    /** The same as pixels, at twice its size. */
    PNG("png") {
        @Override
        byte[] of(GraphPicture picture, Outline graph, GraphOptions options) {
            return picture.png();
        }
    },
    /** The language of Graphviz, all nodes, a cluster for each scope. */
    DOT("dot") {
        @Override
        byte[] of(GraphPicture picture, Outline graph, GraphOptions options) {
            return Dot.of(FlatGraph.of(graph, options)).getBytes(StandardCharsets.UTF_8);
        }
    },
    /** The language of Mermaid, all nodes, a subgraph for each scope. */
    MERMAID("mmd") {
        @Override
        byte[] of(GraphPicture picture, Outline graph, GraphOptions options) {
            return Mermaid.of(FlatGraph.of(graph, options)).getBytes(StandardCharsets.UTF_8);
        }
    };

    private final String extension;

    GraphFormat(String extension) {
        this.extension = extension;
    }

    /** How names of such files end, without the dot. */
    public String extension() {
        return extension;
    }

    abstract byte[] of(GraphPicture picture, Outline graph, GraphOptions options);

    /**
     * The file of all that led to this node.
     *
     * @throws IllegalArgumentException if nodes are listed one by one, and there are more than 5,000
     */
    public byte[] of(Node root, GraphOptions options) {
        var outline = Outline.of(root);
        return of(Graph.picture(root, outline, options), outline, options);
    }

    /** The file of a trace. */
    public byte[] of(Trace trace, GraphOptions options) {
        var outline = Outline.of(trace);
        return of(new GraphPicture(outline, trace, options), outline, options);
    }

    /**
     * The format of this name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static GraphFormat named(String name) {
        return GraphStyle.named(GraphFormat.class, "format", name);
    }
}
