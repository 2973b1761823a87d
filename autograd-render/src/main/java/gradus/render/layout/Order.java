package gradus.render.layout;

import gradus.render.layout.Layers.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Few crossings: columns are sorted by the barycenter of their neighbours, to and fro, and neighbours within a column are
 * swapped while that helps (Gansner et al., "A Technique for Drawing Directed Graphs", 1993). Operands out of order count
 * as a crossing too.
 */
final class Order {

    private static final int SWEEPS = 12;
    private static final int WORK = 2000;

    /** So many beginnings in a row that lead to nothing better are enough. */
    private static final int PATIENCE = 15;

    private final int[][] columns;
    private final int[] place;
    private final Ends in;
    private final Ends out;
    private final double[] wanted;

    private Order(Layers layers) {
        columns = layers.columns.stream()
                .map(column -> column.stream().mapToInt(v -> v).toArray())
                .toArray(int[][]::new);
        place = new int[layers.size()];
        in = new Ends(layers.in, Segment::from, s -> 0);
        out = new Ends(layers.out, Segment::to, Segment::port);
        wanted = new double[place.length];
        number();
    }

    /** The other ends of each vertex's segments, in flat arrays: thousands of orders are tried, and each reads them all. */
    private static final class Ends {

        final int[][] vertex;
        /** How far from the middle of that end the segment arrives, in pixels. */
        final double[][] port;

        Ends(List<List<Segment>> segments, ToIntFunction<Segment> vertex, ToDoubleFunction<Segment> port) {
            this.vertex = segments.stream()
                    .map(each -> each.stream().mapToInt(vertex).toArray())
                    .toArray(int[][]::new);
            this.port = segments.stream()
                    .map(each -> each.stream().mapToDouble(port).toArray())
                    .toArray(double[][]::new);
        }
    }

    /** Sorts the columns, and tells how many crossings are left. */
    static int improve(Layers layers) {
        var order = new Order(layers);
        int fewest = order.run();
        for (int r = 0; r < order.columns.length; r++) {
            var column = layers.columns.get(r);
            for (int i = 0; i < order.columns[r].length; i++) {
                column.set(i, order.columns[r][i]);
            }
        }
        return fewest;
    }

    private int run() {
        var best = copy();
        int fewest = crossings();
        // Small graphs can afford more beginnings: each of them may end in another local minimum.
        int starts = Math.max(1, Math.min(60, WORK / place.length));
        int last = 0;
        for (int start = 0; start < starts && start - last < PATIENCE && fewest > 0; start++) {
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
                    last = start;
                }
            }
        }
        System.arraycopy(best, 0, columns, 0, best.length);
        return fewest;
    }

    /** With a seed, so that the same graph gives the same drawing. */
    private void shuffle(Random random) {
        for (var column : columns) {
            for (int i = column.length; i > 1; i--) {
                int other = random.nextInt(i);
                int v = column[i - 1];
                column[i - 1] = column[other];
                column[other] = v;
            }
        }
        number();
    }

    private int[][] copy() {
        return Arrays.stream(columns).map(int[]::clone).toArray(int[][]::new);
    }

    private void number() {
        for (var column : columns) {
            for (int i = 0; i < column.length; i++) {
                place[column[i]] = i;
            }
        }
    }

    /** Sorts each column by the one before it; from right to left, since results fix the order of their operands. */
    private void sweep(boolean leftwards) {
        int n = columns.length;
        for (int i = 1; i < n; i++) {
            sort(columns[leftwards ? n - 1 - i : i], leftwards);
        }
    }

    private void sort(int[] column, boolean leftwards) {
        for (int v : column) {
            wanted[v] = barycenter(v, leftwards);
        }
        insert(column);
        for (int i = 0; i < column.length; i++) {
            place[column[i]] = i;
        }
    }

    /** By insertion, which is stable, and quick where little is out of order, as here after the first sweeps. */
    private void insert(int[] column) {
        for (int i = 1; i < column.length; i++) {
            int v = column[i];
            int to = i;
            while (to > 0 && wanted[column[to - 1]] > wanted[v]) {
                column[to] = column[to - 1];
                to--;
            }
            column[to] = v;
        }
    }

    private double barycenter(int v, boolean leftwards) {
        var ends = (leftwards ? out : in).vertex[v];
        if (ends.length == 0) {
            return place[v];
        }
        double sum = 0;
        for (int i = 0; i < ends.length; i++) {
            sum += place[ends[i]];
            if (leftwards) {
                // A port moves its edge by less than a place: at most half of one.
                double port = out.port[v][i];
                sum += port / (2 * Math.abs(port) + 1);
            }
        }
        return sum / ends.length;
    }

    /** @param ties whether to swap where it changes nothing, which may open a way */
    private void transpose(boolean ties) {
        boolean better = true;
        for (int round = 0; better && round < 8; round++) {
            better = false;
            for (var column : columns) {
                for (int i = 0; i + 1 < column.length; i++) {
                    better |= swapIfBetter(column, i, ties && round == 0);
                }
            }
        }
    }

    private boolean swapIfBetter(int[] column, int i, boolean tie) {
        int u = column[i];
        int v = column[i + 1];
        int gain = between(u, v) - between(v, u);
        if (gain < 0 || (gain == 0 && !tie)) {
            return false;
        }
        column[i] = v;
        column[i + 1] = u;
        place[v] = i;
        place[u] = i + 1;
        return gain > 0;
    }

    /** Crossings between the edges of two neighbours if u stands above v. */
    private int between(int u, int v) {
        int count = 0;
        for (int a : in.vertex[u]) {
            for (int b : in.vertex[v]) {
                count += place[a] > place[b] ? 1 : 0;
            }
        }
        var ofU = out.vertex[u];
        var ofV = out.vertex[v];
        for (int a = 0; a < ofU.length; a++) {
            for (int b = 0; b < ofV.length; b++) {
                count += place[ofU[a]] > place[ofV[b]] || (ofU[a] == ofV[b] && out.port[u][a] > out.port[v][b]) ? 1 : 0;
            }
        }
        return count;
    }

    private int crossings() {
        int count = 0;
        for (var column : columns) {
            int size = 0;
            for (int v : column) {
                size += out.vertex[v].length;
            }
            if (size < 2) {
                continue;
            }
            var ends = new long[size];
            int n = 0;
            for (int v : column) {
                int first = n;
                for (int i = 0; i < out.vertex[v].length; i++) {
                    ends[n++] = end(out.vertex[v][i], out.port[v][i]);
                }
                Arrays.sort(ends, first, n);
            }
            count += inversions(ends);
        }
        return count;
    }

    /** Where a segment ends, as a number that grows downwards: the place, then the port in quarters of a pixel. */
    private long end(int vertex, double port) {
        return ((long) place[vertex] << 32) + Math.round(port * 4);
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
