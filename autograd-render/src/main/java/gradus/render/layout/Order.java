package gradus.render.layout;

import gradus.render.layout.Layers.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Few crossings: columns are sorted by the barycenter of their neighbours, to and fro, and neighbours within a column are
 * swapped while that helps (Gansner et al., "A Technique for Drawing Directed Graphs", 1993). Operands out of order count
 * as a crossing too.
 */
final class Order {

    private static final int SWEEPS = 12;
    private static final int WORK = 2000;

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
        // Small graphs can afford more beginnings: each of them may end in another local minimum.
        int starts = Math.max(1, Math.min(60, WORK / place.length));
        for (int start = 0; start < starts && fewest > 0; start++) {
            if (start > 0) {
                shuffle(new Random(start));
            }
            for (int i = 0; i < SWEEPS && fewest > 0; i++) {
                sweep((i + start) % 2 == 0);
                transpose(i % 4 < 2);
                int now = crossings();
                if (now < fewest) {
                    fewest = now;
                    best = copy();
                }
            }
        }
        for (int r = 0; r < best.size(); r++) {
            layers.columns.set(r, best.get(r));
        }
        return fewest;
    }

    /** With a seed, so that the same graph gives the same drawing. */
    private void shuffle(Random random) {
        for (var column : layers.columns) {
            Collections.shuffle(column, random);
            number(column);
        }
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

    /** @param ties whether to swap where it changes nothing, which may open a way */
    private void transpose(boolean ties) {
        boolean better = true;
        for (int round = 0; better && round < 8; round++) {
            better = false;
            for (var column : layers.columns) {
                for (int i = 0; i + 1 < column.size(); i++) {
                    better |= swapIfBetter(column, i, ties && round == 0);
                }
            }
        }
    }

    private boolean swapIfBetter(List<Integer> column, int i, boolean tie) {
        int u = column.get(i);
        int v = column.get(i + 1);
        int gain = between(u, v) - between(v, u);
        if (gain < 0 || (gain == 0 && !tie)) {
            return false;
        }
        column.set(i, v);
        column.set(i + 1, u);
        place[v] = i;
        place[u] = i + 1;
        return gain > 0;
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
            int size = column.stream().mapToInt(v -> layers.out.get(v).size()).sum();
            var ends = new long[size];
            int n = 0;
            for (int v : column) {
                int first = n;
                for (var segment : layers.out.get(v)) {
                    ends[n++] = end(segment);
                }
                Arrays.sort(ends, first, n);
            }
            count += inversions(ends);
        }
        return count;
    }

    /** Where a segment ends, as a number that grows downwards: the place, then the port in quarters of a pixel. */
    private long end(Segment s) {
        return ((long) place[s.to()] << 32) + Math.round(s.port() * 4);
    }

    /**
     * Pairs in the wrong order: those are the crossings, of segments that are sorted by their left ends. Each is counted
     * against those before it that end below it, in a Fenwick tree (Barth et al., "Simple and Efficient Bilayer Cross
     * Counting", 2002).
     */
    private static int inversions(long[] ends) {
        var sorted = ends.clone();
        Arrays.sort(sorted);
        var tree = new int[ends.length + 1];
        int count = 0;
        for (int seen = 0; seen < ends.length; seen++) {
            int rank = Arrays.binarySearch(sorted, ends[seen]) + 1;
            int notBelow = 0;
            for (int i = rank; i > 0; i -= i & -i) {
                notBelow += tree[i];
            }
            count += seen - notBelow;
            for (int i = rank; i < tree.length; i += i & -i) {
                tree[i]++;
            }
        }
        return count;
    }
}
