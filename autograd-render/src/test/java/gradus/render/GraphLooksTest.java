package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.autograd.GradientPaths;
import gradus.autograd.Scope;
import gradus.autograd.Trace;
import gradus.autograd.Var;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Styles, directions, depth and marked paths. */
class GraphLooksTest {

    private static GraphPicture picture(Examples example, GraphOptions options) {
        var node = example.afterSweep();
        return Graph.picture(node, gradus.autograd.Outline.of(node), options);
    }

    static Stream<Arguments> looks() {
        return Stream.of(GraphStyle.values())
                .flatMap(style -> Stream.of(GraphDirection.values()).map(way -> Arguments.of(style, way)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void styleAndDirection_areDrawnAsBefore(GraphStyle style, GraphDirection way) {
        var options = GraphOptions.DEFAULT.style(style).direction(way);
        Golden.check(
                Golden.resource("graph-look-" + style + "-" + way + ".svg"),
                Golden.lines(picture(Examples.CIRCUIT, options).svg()));
    }

    @Test
    void depth_isCountedFromTheResult_andTheRestIsTold() {
        var picture = picture(Examples.CIRCUIT, GraphOptions.DEFAULT.depth(4));
        Golden.check(Golden.resource("graph-depth.svg"), Golden.lines(picture.svg()));
        // Five of the results and the constant 1 are drawn; w0·x0, w1·x1 and w2 lie behind, with five inputs.
        assertThat(picture.svg()).contains("… more nodes: 8");
    }

    @Test
    void depthOfLessThanOne_isRefused() {
        assertThatThrownBy(() -> GraphOptions.DEFAULT.depth(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("and not 0");
    }

    @Test
    void paths_areMarkedWithTheirLocalGradients_andTold() {
        var a = new Var(2, "a");
        var b = new Var(5, "b");
        var f = a.mul(b).add(a.add(b)).named("f");
        f.backward();
        var picture = Graph.of(f, GraphOptions.DEFAULT.paths(GradientPaths.of(f, a)));

        Golden.check(Golden.resource("graph-paths.svg"), Golden.lines(((GraphPicture) picture).svg()));
        Golden.check(Golden.resource("graph-paths.html"), Golden.frame(picture.html()));
        assertThat(picture.text()).endsWith("""
                Paths from a to f: 2
                  ∂f/∂v1 · ∂v1/∂a = 1 · 5 = 5
                  ∂f/∂v2 · ∂v2/∂a = 1 · 1 = 1
                  sum over all paths = gradient = 6.0
                """);
    }

    @Test
    void exponentiallyManyPaths_areCountedAndSummed() {
        var x = new Var(1, "x");
        Var z = x;
        for (int i = 0; i < 60; i++) {
            z = z.add(z);
        }
        var picture = Graph.of(z, GraphOptions.DEFAULT.paths(GradientPaths.of(z, x)));
        assertThat(picture.html()).contains("1152921504606846976", "… more paths: 1152921504606846952");
    }

    @Test
    void paths_areSeenThroughScopes() {
        var x = new Var(2, "x");
        var y = Scope.run("part", () -> x.mul(x).add(1)).named("y");
        var options = GraphOptions.DEFAULT.paths(GradientPaths.of(y, x));
        assertThat(((GraphPicture) Graph.of(y, options)).svg()).contains("data-note=\"1-0\"", "data-note=\"1-1\"");
    }

    @Test
    void trace_isDrawnInEachStyle() {
        var trace = Trace.of(Examples.STAGED.make());
        for (var style : GraphStyle.values()) {
            assertThat(Graph.of(trace, GraphOptions.DEFAULT.style(style)).html())
                    .contains("<img");
        }
    }

    @Test
    void namesOfStyles_areFoundInAnyCase_orRefusedWithThoseThatThereAre() {
        assertThat(GraphStyle.named("Circuit")).isEqualTo(GraphStyle.CIRCUIT);
        assertThatThrownBy(() -> GraphDirection.named("north"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no direction north; these are: right, down, left, up");
    }

    @Test
    void node_tellsItsLocalGradients() {
        assertThat(picture(Examples.CHAIN_RULE, GraphOptions.DEFAULT).svg())
                .contains("<title>z = v2² = 7² = 49\nvalue 49.0, gradient 1.0\n∂z/∂v2 = 2·v2 = 14</title>");
    }
}
