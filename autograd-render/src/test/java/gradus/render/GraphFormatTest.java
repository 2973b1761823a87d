package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.autograd.GradientPaths;
import gradus.autograd.Node;
import gradus.autograd.Tensor;
import gradus.autograd.Trace;
import gradus.autograd.Var;
import gradus.autograd.nn.MLP;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphFormatTest {

    private static String text(GraphFormat format, Node root, GraphOptions options) {
        return new String(format.of(root, options), StandardCharsets.UTF_8);
    }

    @Test
    void dotAndMermaid_areWrittenAsBefore() {
        var a = new Var(2, "a");
        var b = new Var(5, "b");
        var f = a.mul(b).add(a.add(b)).mul(3).named("f");
        f.backward();
        var paths = GraphOptions.DEFAULT.paths(GradientPaths.of(f, a));
        Golden.check(Golden.resource("graph-paths.dot"), text(GraphFormat.DOT, f, paths));
        Golden.check(Golden.resource("graph-paths.mmd"), text(GraphFormat.MERMAID, f, paths));

        var net = new MLP(2, 3, 1).forward(Tensor.of(1, 2)).sum();
        var options = GraphOptions.DEFAULT.direction(GraphDirection.DOWN).style(GraphStyle.RECORD);
        Golden.check(Golden.resource("graph-layers.dot"), text(GraphFormat.DOT, net, options));
        Golden.check(Golden.resource("graph-layers.mmd"), text(GraphFormat.MERMAID, net, options));
    }

    @Test
    void drawings_areThoseOfThePicture() throws IOException {
        var node = Examples.CHAIN_RULE.afterSweep();
        assertThat(text(GraphFormat.SVG, node, GraphOptions.DEFAULT))
                .isEqualTo(new GraphPicture(Trace.forwardOf(node)).svg());
        assertThat(ImageIO.read(new ByteArrayInputStream(GraphFormat.PNG.of(node, GraphOptions.DEFAULT))))
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void trace_hasTheFilesOfItsGraph(GraphFormat format) {
        var node = Examples.STAGED.afterSweep();
        assertThat(format.of(Trace.forwardOf(node), GraphOptions.DEFAULT))
                .isEqualTo(format.of(node, GraphOptions.DEFAULT));
    }

    @Test
    void tooManyNodes_areNotListed() {
        var x = new Var(1, "x");
        Var z = x;
        for (int i = 0; i < 6000; i++) {
            z = z.mul(x);
        }
        var large = z;
        assertThatThrownBy(() -> GraphFormat.DOT.of(large, GraphOptions.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6001 nodes");
        assertThat(text(GraphFormat.DOT, large, GraphOptions.DEFAULT.depth(3))).contains("… more nodes: 5996");
    }

    /** Graphviz itself reads what is written. Where it is not installed, that is said loudly. */
    @ParameterizedTest
    @ValueSource(strings = {"\"];evil[label=\"", "\\", "a\\\"b\\n", "{x|<p>y}", "&lt;b&amp;", "$x$ 🎓", "LONG"})
    void hostileLabel_isReadByGraphviz(String label, @TempDir Path folder) throws IOException, InterruptedException {
        for (var style : GraphStyle.values()) {
            var x = new Var(3, label.equals("LONG") ? "x".repeat(200) : label);
            var dot = text(GraphFormat.DOT, x.mul(x).named(label + "2"), GraphOptions.DEFAULT.style(style));
            var svg = rendered(dot, folder);
            if (svg == null) {
                return;
            }
            assertThat(svg.split("class=\"node\"", -1)).as(dot).hasSize(3);
            assertThat(svg.split("class=\"edge\"", -1)).as(dot).hasSize(3);
            assertThat(svg).doesNotContain("<title>evil");
        }
    }

    /** The drawing by Graphviz; null where it is not installed. */
    private static @org.jspecify.annotations.Nullable String rendered(String dot, Path folder)
            throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("graph.dot"), dot);
        var svg = folder.resolve("graph.svg");
        Process process;
        try {
            process = new ProcessBuilder("dot", "-Tsvg", "-o", svg.toString(), file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            System.err.println("SKIPPED: no DOT was read by Graphviz, since there is no program dot on the PATH");
            return null;
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("dot said: %s", said).isZero();
        assertThat(said).doesNotContain("syntax error");
        return Files.readString(svg);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"]; end", "# 1;", "<b>&amp;", "`x` *y* _z_ ~~", "a\nb", "🎓"})
    void hostileLabel_isNoMarkupOfMermaid(String label) {
        var x = new Var(3, label);
        var text = text(GraphFormat.MERMAID, x.mul(x).named("y"), GraphOptions.DEFAULT);
        assertThat(text.lines().skip(1))
                .allSatisfy(line ->
                        assertThat(line).matches("  n\\d+ --> n\\d+|  n\\d+\\(?\\[\"([^\"<>&`*_~]|<br>)*\"]\\)?"));
        assertThat(text.lines()).hasSize(5);
    }

    /** For test_mermaid.py, where Mermaid itself reads what is written. */
    @Test
    void graphs_areWrittenForMermaid() throws IOException {
        var labels = List.of(
                "\"]; evil[\"x\"]",
                "<script>evil()</script>",
                "<img src=x onerror=evil()>",
                "$x^2$ $$y$$",
                "🎓 žluť σ",
                "# 1; #quot;",
                "a\\b\\n",
                "`x` *y* _z_ ~~w~~",
                "end",
                "click n0 evil",
                "%% {init}",
                "1. x",
                "x".repeat(200));
        var cases = new JsonArray();
        for (var label : labels) {
            for (var style : GraphStyle.values()) {
                var x = new Var(3, label);
                var z = x.mul(x).named(label);
                z.backward();
                cases.add(mermaid(label, 2, z, GraphOptions.DEFAULT.style(style)));
            }
        }
        for (var direction : GraphDirection.values()) {
            var net = new MLP(2, 3, 1).forward(Tensor.of(1, 2).named("[x]")).sum();
            cases.add(mermaid("[x]", -1, net, GraphOptions.DEFAULT.direction(direction)));
        }
        var f = Examples.SHARED.afterSweep();
        var a = Trace.of(f).nodes().get(0).label();
        cases.add(mermaid(a, -1, f, GraphOptions.DEFAULT));
        var folder = Files.createDirectories(Path.of("target", "mermaid"));
        Files.writeString(folder.resolve("cases.json"), cases.toString());
    }

    private static JsonObject mermaid(String label, int nodes, Node root, GraphOptions options) {
        var json = new JsonObject();
        json.addProperty("label", label);
        json.addProperty("nodes", nodes);
        json.addProperty("text", text(GraphFormat.MERMAID, root, options));
        return json;
    }
}
