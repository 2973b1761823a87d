package gradus.kernel.magic;

import gradus.autograd.GradientPaths;
import gradus.autograd.Node;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import gradus.render.Graph;
import gradus.render.GraphDirection;
import gradus.render.GraphFormat;
import gradus.render.GraphOptions;
import gradus.render.GraphStyle;
import gradus.render.Picture;
import gradus.render.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %graph f}: {@link Graph#of}, and {@link GraphFormat} where a file is asked for. */
@Command(
        name = "%graph",
        description = "Draws the graph of a Var or Tensor, with values and gradients.",
        sortOptions = false)
final class GraphMagic extends NodeMagic {

    @Option(names = "--style", paramLabel = "STYLE", description = "boxes, circuit or record (default: boxes)")
    String style = "boxes";

    @Option(names = "--direction", paramLabel = "WAY", description = "right, down, left or up (default: right)")
    String direction = "right";

    @Option(names = "--depth", paramLabel = "N", description = "only what lies up to N edges from the result")
    int depth = Integer.MAX_VALUE;

    @Option(names = "--expand", description = "all nodes, and no layer or scope as one node")
    boolean expand;

    @Option(
            names = "--path",
            paramLabel = "VARIABLE",
            description = "marks the paths from this variable, each with the product of its local gradients")
    @Nullable
    String path;

    @Option(names = "--format", paramLabel = "FORMAT", description = "to a file: svg, png, dot or mermaid")
    @Nullable
    String format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "its name (default: the node's, in the notebook's folder)")
    @Nullable
    String out;

    private @Nullable Node variable;
    private @Nullable String written;

    @Override
    public Object run(Session session) throws CellFailure {
        if (path != null) {
            if (!(session.eval(path) instanceof Node found)) {
                throw new IllegalArgumentException("--path " + path + " is no Var: give a variable of the computation");
            }
            variable = found;
        }
        var shown = super.run(session);
        return written == null ? shown : MimeBundle.text(Words.of("graph.written", written));
    }

    @Override
    Picture picture(Node of) {
        var options = GraphOptions.DEFAULT
                .style(GraphStyle.named(style))
                .direction(GraphDirection.named(direction))
                .depth(depth)
                .groups(!expand)
                .paths(variable == null ? null : GradientPaths.of(of, variable));
        if (format != null || out != null) {
            written = write(of, options);
        }
        return Graph.of(of, options);
    }

    private String write(Node of, GraphOptions options) {
        var wanted = format == null ? byExtension() : GraphFormat.named(format);
        var name = out == null ? fileName() + "." + wanted.extension() : out;
        try {
            Files.write(Path.of(name), wanted.of(of, options));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be written: " + e.getMessage(), e);
        }
        return name;
    }

    private GraphFormat byExtension() {
        return Arrays.stream(GraphFormat.values())
                .filter(each -> String.valueOf(out).endsWith("." + each.extension()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "which format is " + out + "? Add --format svg, png, dot or mermaid"));
    }

    /** The node as it was written, as far as that can be the name of a file. */
    private String fileName() {
        var plain = expression().replaceAll("[^\\p{L}\\p{N}_-]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "graph" : plain;
    }
}
