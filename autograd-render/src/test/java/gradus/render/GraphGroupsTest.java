package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Scope;
import gradus.autograd.Tensor;
import gradus.autograd.Var;
import gradus.autograd.nn.MLP;
import gradus.autograd.nn.MSELoss;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Layers and scopes as one node each, and large graphs in blocks. */
class GraphGroupsTest {

    private static Var loss() {
        var net = new MLP(2, 3, 1);
        var x = Tensor.of(new double[][] {{1, 2}, {3, 4}}).detach();
        var y = Tensor.of(new double[][] {{1}, {0}}).detach();
        var loss = new MSELoss().apply(net.forward(x), y).named("loss");
        loss.backward();
        return loss;
    }

    /** micrograd's perceptron, in loops, without a scope. */
    private static Var perceptron(int points) {
        var random = new SplittableRandom(3);
        int[] widths = {2, 16, 16, 1};
        var layers = new ArrayList<Var[][]>();
        for (int l = 1; l < widths.length; l++) {
            var layer = new Var[widths[l]][widths[l - 1] + 1];
            for (var neuron : layer) {
                for (int i = 0; i < neuron.length; i++) {
                    neuron[i] = new Var(random.nextDouble(-1, 1));
                }
            }
            layers.add(layer);
        }
        Var loss = Var.constant(0);
        for (int p = 0; p < points; p++) {
            Var[] x = {new Var(random.nextDouble()), new Var(random.nextDouble())};
            for (var layer : layers) {
                var next = new Var[layer.length];
                for (int j = 0; j < layer.length; j++) {
                    var sum = layer[j][x.length];
                    for (int i = 0; i < x.length; i++) {
                        sum = sum.add(layer[j][i].mul(x[i]));
                    }
                    next[j] = sum.relu();
                }
                x = next;
            }
            loss = loss.add(x[0]);
        }
        return loss.named("loss");
    }

    private static List<String> drawings(String html) {
        return Pattern.compile("base64,([A-Za-z0-9+/=]+)")
                .matcher(html)
                .results()
                .map(m -> new String(Base64.getDecoder().decode(m.group(1)), StandardCharsets.UTF_8))
                .toList();
    }

    private static int nodes(String svg) {
        return svg.split("data-node=", -1).length - 1;
    }

    @Test
    void layers_areOneNodeEach_andAreDrawnBelow() {
        var picture = Graph.of(loss());
        var drawings = drawings(picture.html());

        Golden.check(Golden.resource("graph-layers.html"), Golden.frame(picture.html()));
        for (int i = 0; i < drawings.size(); i++) {
            Golden.check(Golden.resource("graph-layers-" + i + ".svg"), Golden.lines(drawings.get(i)));
        }
        assertThat(drawings).hasSize(5);
        assertThat(drawings.get(0)).contains(">MLP<", ">MSELoss<").doesNotContain(">matmul<");
        assertThat(drawings.get(1)).contains(">Linear(2 → 3)<", ">Linear(3 → 1)<", ">tanh<");
        assertThat(drawings.get(2)).contains(">matmul<", ">W1<", ">b1<");
    }

    @Test
    void withoutGroups_allNodesAreDrawn() {
        var html = Graph.of(loss(), GraphOptions.DEFAULT.groups(false)).html();
        assertThat(html).doesNotContain("gradus-inner\"");
        assertThat(drawings(html)).singleElement().asString().contains(">W1<", ">W2<", ">matmul<");
    }

    @Test
    void scopeOfOneResult_isThatResult() {
        var x = new Var(2, "x");
        var y = Scope.run("lonely", x::exp).mul(3).named("y");
        assertThat(Graph.of(y).html()).doesNotContain("lonely");
    }

    @Test
    void scopeAroundEverything_isOpen() {
        var x = new Var(2, "x");
        var y = Scope.run("all", () -> x.mul(x).add(1).exp()).named("y");
        assertThat(drawings(Graph.of(y).html())).singleElement().asString().contains(">exp<");
    }

    @Test
    void largeGraph_isDrawnInBlocksOfWhichFewAreDrawnAtOnce() {
        var html = Graph.of(perceptron(20)).html();
        var drawings = drawings(html);

        assertThat(html.length()).isLessThan(300_000);
        assertThat(drawings)
                .hasSizeGreaterThan(10)
                .allSatisfy(svg -> assertThat(nodes(svg)).isBetween(2, 2 * Parts.MOST));
        // One can be opened down to the nodes.
        assertThat(drawings)
                .anySatisfy(svg -> assertThat(svg).contains(">ReLU<").doesNotContain("gradus-group"));
        assertThat(html).contains("Parts that have no drawing of their own here: ");
    }

    @Test
    void blocks_holdEveryNodeOnce() {
        var outline = gradus.autograd.Outline.of(perceptron(3));
        var parts = new Parts(outline, Integer.MAX_VALUE, true);
        var waiting = new ArrayList<>(List.of(parts.whole()));
        var seen = new boolean[parts.results.length];
        while (!waiting.isEmpty()) {
            var part = waiting.remove(waiting.size() - 1);
            int at = part.from();
            for (var unit : parts.open(part)) {
                assertThat(unit.from()).isEqualTo(at);
                at = unit.to();
                if (unit.size() == 1) {
                    assertThat(seen[unit.from()]).isFalse();
                    seen[unit.from()] = true;
                } else {
                    assertThat(unit.size()).isLessThan(part.size());
                    waiting.add(unit);
                }
            }
            assertThat(at).isEqualTo(part.to());
        }
        assertThat(seen).doesNotContain(false);
    }

    @Test
    void everyDrawing_countsTheNodesThatItStandsFor() {
        var outline = gradus.autograd.Outline.of(perceptron(3));
        var parts = new Parts(outline, Integer.MAX_VALUE, true);
        assertThat(new PartDrawing(parts, parts.whole()).count(parts.whole())).isEqualTo(outline.size());
    }

    @Test
    void sumOfAThousandNumbers_isOneNodeWithABundle() {
        var x = new Var[1000];
        for (int i = 0; i < x.length; i++) {
            x[i] = new Var(i);
        }
        assertThat(drawings(Graph.of(Var.sum(x)).html()))
                .singleElement()
                .asString()
                .contains(">inputs: 1000<");
    }

    @Test
    void millionNodes_areDrawn() {
        var x = new Var(1, "x");
        Var z = x;
        for (int i = 0; i < 333_333; i++) {
            z = z.mul(x).add(1);
        }
        var picture = Graph.of(z.named("z"));
        assertThat(picture.html().length()).isLessThan(300_000);
        assertThat(picture.text()).contains("nodes: 1000000").contains("333333  mul");
    }

    @Test
    void hostileNameOfAScope_harmsNothing() {
        var name = "</script><script>alert(1)</script>\"$x$ 🎓" + "long ".repeat(40);
        var x = new Var(2, "x");
        var y = Scope.run(name, () -> x.mul(x).add(1)).exp().named("y");
        var html = Graph.of(y).html();
        assertThat(html).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(html.replaceAll("(?s)<(script|style).*?</\\1>", "")
                        .replaceAll("alt=\"[^\"]*\"", "")
                        .replace("<span>$</span>", ""))
                .doesNotContain("$");
    }
}
