package gradus.render.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.render.layout.Digraph.Edge;
import gradus.render.layout.Digraph.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayeredLayoutTest {

    private static final Size SIZE = new Size(90, 40, 60, 70);

    @Test
    void chain_isStraight() {
        var layout = LayeredLayout.of(graph(5, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 4}}));

        assertThat(layout.centres())
                .allSatisfy(
                        c -> assertThat(c.y()).isCloseTo(layout.centres().get(0).y(), within(0.01)));
        assertThat(layout.crossings()).isZero();
    }

    @Test
    void square_hasTwoEdgesToTwoPorts() {
        var layout = LayeredLayout.of(graph(2, new int[][] {{0, 1}, {0, 1}}));

        var first = layout.routes().get(0).points();
        var second = layout.routes().get(1).points();
        assertThat(first.get(first.size() - 1).y())
                .isLessThan(second.get(second.size() - 1).y());
        assertThat(layout.crossings()).isZero();
    }

    @Test
    void leftOperand_standsAboveTheRightOne() {
        // z = b − a, though a was made first.
        var layout = LayeredLayout.of(graph(3, new int[][] {{1, 2}, {0, 2}}));

        assertThat(layout.centres().get(1).y())
                .isLessThan(layout.centres().get(0).y());
    }

    @Test
    void input_standsJustBeforeItsUse() {
        // v3 = f(f(x0)); z = v3 + x1, where x1 is used only at the end.
        var layout = LayeredLayout.of(graph(5, new int[][] {{0, 2}, {2, 3}, {3, 4}, {1, 4}}));

        assertThat(layout.centres().get(1).x())
                .isEqualTo(layout.centres().get(3).x());
    }

    @Test
    void subtreeUsedLate_movesToItsUseAsAWhole() {
        // x1 and f(x1) are used only beside a chain of three: no edge needs to be long.
        var layout = LayeredLayout.of(graph(7, new int[][] {{0, 2}, {2, 3}, {3, 4}, {1, 5}, {4, 6}, {5, 6}}));

        assertThat(layout.routes())
                .allSatisfy(route -> assertThat(route.points()).hasSize(4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomGraph_isDrawnFromLeftToRightWithoutOverlaps(long seed) {
        var graph = random(seed, 60);
        var layout = LayeredLayout.of(graph);

        for (var edge : graph.edges()) {
            assertThat(layout.centres().get(edge.from()).x() + SIZE.width() / 2)
                    .isLessThan(layout.centres().get(edge.to()).x() - SIZE.width() / 2);
        }
        for (int a = 0; a < 60; a++) {
            for (int b = 0; b < a; b++) {
                var p = layout.centres().get(a);
                var q = layout.centres().get(b);
                boolean apart = Math.abs(p.x() - q.x()) >= SIZE.width()
                        || Math.abs(p.y() - q.y()) >= SIZE.above() + SIZE.below() - 0.01;
                assertThat(apart).as("nodes %d and %d apart", a, b).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void edge_keepsOutOfTheNodesThatItPasses(long seed) {
        var graph = random(seed, 40);
        var layout = LayeredLayout.of(graph);

        for (var route : layout.routes()) {
            for (int i = 2; i + 2 < route.points().size(); i += 2) {
                var in = route.points().get(i);
                var out = route.points().get(i + 1);
                assertThat(layout.centres())
                        .noneSatisfy(c -> assertThat(c.x() > in.x()
                                        && c.x() < out.x()
                                        && in.y() > c.y() - SIZE.above()
                                        && in.y() < c.y() + SIZE.below())
                                .isTrue());
            }
        }
    }

    @Test
    void sameGraph_givesTheSameDrawing() {
        assertThat(LayeredLayout.of(random(5, 80))).isEqualTo(LayeredLayout.of(random(5, 80)));
    }

    @Test
    void emptyEdges_areNoProblem() {
        assertThat(LayeredLayout.of(graph(1, new int[][] {})).centres()).hasSize(1);
    }

    @Test
    void deepChain_needsNoStack() {
        int n = 1000;
        var edges = new int[n - 1][];
        for (int i = 0; i + 1 < n; i++) {
            edges[i] = new int[] {i, i + 1};
        }
        assertThat(LayeredLayout.of(graph(n, edges)).crossings()).isZero();
    }

    /** Each node but the first few has two operands, most of them made shortly before it. */
    static Digraph random(long seed, int n) {
        var random = new Random(seed);
        var edges = new ArrayList<int[]>();
        for (int v = 4; v < n; v++) {
            edges.add(new int[] {Math.max(0, v - 1 - random.nextInt(6)), v});
            edges.add(new int[] {random.nextInt(v), v});
        }
        return graph(n, edges.toArray(int[][]::new));
    }

    /** Edges to one node are given in the order of its operands. */
    static Digraph graph(int n, int[][] edges) {
        var all = new ArrayList<Edge>();
        var count = new int[n];
        for (var e : edges) {
            count[e[1]]++;
        }
        var next = new int[n];
        for (var e : edges) {
            all.add(new Edge(e[0], e[1], (next[e[1]]++ - (count[e[1]] - 1) / 2.0) * 15));
        }
        return new Digraph(java.util.Collections.nCopies(n, SIZE), List.copyOf(all));
    }
}
