package gradus.render.layout;

import gradus.render.layout.Layers.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Few crossings: columns are sorted by the barycenter of their neighbours, to and fro, and neighbours within a column are
 * swapped while that helps (Gansner et al., "A Technique for Drawing Directed Graphs", 1993). Operands out of order count
 * as a crossing too.
 */
final class Order {

    private static final int SWEEPS = 12;

    private final Layers layers;
    private final int[] place;

    private Order(Layers layers) {
        this.layers = layers;
        place = new int[layers.size()];
        layers.columns.forEach(this::number);
    }

    /** Sorts the columns, and tells how many crossings are left. */
    static int improve(Layers layers) {
        return new Order(layers).run();
    }

    private int run() {
        var best = copy();
        int fewest = crossings();
        for (int i = 0; i < SWEEPS && fewest > 0; i++) {
            sweep(i % 2 == 0);
            transpose();
            int now = crossings();
            if (now < fewest) {
                fewest = now;
                best = copy();
            }
        }
        for (int r = 0; r < best.size(); r++) {
            layers.columns.set(r, best.get(r));
        }
        return fewest;
    }

    private List<List<Integer>> copy() {
        var copy = new ArrayList<List<Integer>>();
        layers.columns.forEach(column -> copy.add(new ArrayList<>(column)));
        return copy;
    }

    private void number(List<Integer> column) {
        for (int i = 0; i < column.size(); i++) {
            place[column.get(i)] = i;
        }
    }

    /** Sorts each column by the one before it; from right to left, since results fix the order of their operands. */
    private void sweep(boolean leftwards) {
        int n = layers.columns.size();
        var wanted = new double[layers.size()];
        for (int i = 1; i < n; i++) {
            var column = layers.columns.get(leftwards ? n - 1 - i : i);
            for (int v : column) {
                wanted[v] = barycenter(v, leftwards);
            }
            column.sort(Comparator.comparingDouble(v -> wanted[v]));
            number(column);
        }
    }

    private double barycenter(int v, boolean leftwards) {
        var segments = leftwards ? layers.out.get(v) : layers.in.get(v);
        // A port moves its edge by less than a place: at most half of one.
        return segments.stream()
                .mapToDouble(s -> leftwards ? place[s.to()] + s.port() / (2 * Math.abs(s.port()) + 1) : place[s.from()])
                .average()
                .orElse(place[v]);
    }

    private void transpose() {
        boolean better = true;
        for (int round = 0; better && round < 8; round++) {
            better = false;
            for (var column : layers.columns) {
                for (int i = 0; i + 1 < column.size(); i++) {
                    better |= swapIfBetter(column, i);
                }
            }
        }
    }

    private boolean swapIfBetter(List<Integer> column, int i) {
        int u = column.get(i);
        int v = column.get(i + 1);
        int gain = between(u, v) - between(v, u);
        if (gain <= 0) {
            return false;
        }
        column.set(i, v);
        column.set(i + 1, u);
        place[v] = i;
        place[u] = i + 1;
        return true;
    }

    /** Crossings between the edges of two neighbours if u stands above v. */
    private int between(int u, int v) {
        int count = 0;
        for (var a : layers.in.get(u)) {
            for (var b : layers.in.get(v)) {
                count += place[a.from()] > place[b.from()] ? 1 : 0;
            }
        }
        for (var a : layers.out.get(u)) {
            for (var b : layers.out.get(v)) {
                count += below(a, b) ? 1 : 0;
            }
        }
        return count;
    }

    /** Whether a ends below b in the column to the right. */
    private boolean below(Segment a, Segment b) {
        return place[a.to()] > place[b.to()] || (a.to() == b.to() && a.port() > b.port());
    }

    private int crossings() {
        int count = 0;
        for (var column : layers.columns) {
            var segments = new ArrayList<Segment>();
            for (int v : column) {
                segments.addAll(layers.out.get(v));
            }
            count += inversions(segments);
        }
        return count;
    }

    /** Pairs in the wrong order, among segments sorted by their left ends: those are the crossings. */
    private int inversions(List<Segment> segments) {
        int count = 0;
        for (int j = 1; j < segments.size(); j++) {
            var b = segments.get(j);
            for (int i = 0; i < j && segments.get(i).from() != b.from(); i++) {
                count += below(segments.get(i), b) ? 1 : 0;
            }
        }
        return count;
    }
}
