package gradus.render.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The heuristic against trying every order, on graphs that are small enough for that. */
class OrderTest {

    /** Row 1.1: x1, a, x2, a·x2, x1 + …, 2, …². */
    private static final int[][] CHAIN_RULE = {{1, 3}, {2, 3}, {0, 4}, {3, 4}, {4, 6}, {5, 6}};

    /** Row 1.4, in the order of its eight steps, nodes x and y first, the exponent 2 as node 6. */
    private static final int[][] STAGED = {
        {1, 2}, {0, 3}, {2, 3}, {0, 4}, {0, 5}, {1, 5}, {5, 7}, {6, 7}, {4, 8}, {7, 8}, {8, 9}, {3, 10}, {9, 10}
    };

    @Test
    void chainRule_hasNoCrossing() {
        assertThat(LayeredLayout.of(LayeredLayoutTest.graph(7, CHAIN_RULE)).crossings())
                .isZero();
    }

    @Test
    void stagedFunction_hasAsFewCrossingsAsCanBe() {
        var graph = LayeredLayoutTest.graph(11, STAGED);

        assertThat(LayeredLayout.of(graph).crossings()).isEqualTo(fewest(graph));
    }

    @Test
    void randomGraphs_haveAsFewCrossingsAsCanBe() {
        for (long seed = 1; seed <= 20; seed++) {
            var graph = LayeredLayoutTest.random(seed, 8);
            assertThat(LayeredLayout.of(graph).crossings()).as("seed %d", seed).isEqualTo(fewest(graph));
        }
    }

    private static int fewest(Digraph graph) {
        return fewest(new Layers(graph, Ranks.of(graph)), 0, 0);
    }

    /** Tries every order of column r and of those behind it; {@code before} crossings lie to the left of it. */
    private static int fewest(Layers layers, int r, int before) {
        if (r == layers.columns.size()) {
            return before;
        }
        int fewest = Integer.MAX_VALUE;
        for (var order : permutations(layers.columns.get(r))) {
            layers.columns.set(r, order);
            fewest = Math.min(fewest, fewest(layers, r + 1, before + (r == 0 ? 0 : crossings(layers, r))));
        }
        return fewest;
    }

    /** Crossings between columns r − 1 and r, counted pair by pair. */
    private static int crossings(Layers layers, int r) {
        var left = layers.columns.get(r - 1);
        var right = layers.columns.get(r);
        var segments = left.stream().flatMap(v -> layers.out.get(v).stream()).toList();
        int count = 0;
        for (var a : segments) {
            for (var b : segments) {
                boolean aboveLeft = left.indexOf(a.from()) < left.indexOf(b.from());
                int i = right.indexOf(a.to());
                int j = right.indexOf(b.to());
                count += aboveLeft && (i > j || (i == j && a.port() > b.port())) ? 1 : 0;
            }
        }
        return count;
    }

    private static List<List<Integer>> permutations(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (var first : items) {
            var rest = new ArrayList<>(items);
            rest.remove(first);
            for (var tail : permutations(rest)) {
                var one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}
