package gradus.render.layout;

import gradus.render.layout.Layers.Segment;
import java.util.List;

/**
 * The height at which each vertex stands: the sum of (weight · slope²) over all segments made small, column by column,
 * while order and distances within each column are kept. Each column by itself is solved exactly, as an isotonic
 * regression (pool adjacent violators). Long edges weigh most, so that they run straight.
 */
final class Rows {

    private static final int SWEEPS = 120;

    /** In pixels: how much of a slope counts as none, first and last. */
    private static final double BLUNT = 200;

    private static final double SHARP = 1;
    private static final double GAP = 10;
    private static final double DUMMY_HEIGHT = 14;

    private final Layers layers;
    private final Digraph graph;
    private final double[] y;
    private double blunt;

    private Rows(Layers layers, Digraph graph) {
        this.layers = layers;
        this.graph = graph;
        y = new double[layers.size()];
    }

    static double[] of(Layers layers, Digraph graph) {
        return new Rows(layers, graph).run();
    }

    /** The room that a vertex needs above its middle. */
    static double above(Layers layers, Digraph graph, int v) {
        return layers.isDummy(v) ? DUMMY_HEIGHT / 2 : graph.nodes().get(v).above();
    }

    /** The room that a vertex needs below its middle. */
    static double below(Layers layers, Digraph graph, int v) {
        return layers.isDummy(v) ? DUMMY_HEIGHT / 2 : graph.nodes().get(v).below();
    }

    private double[] run() {
        layers.columns.forEach(this::stack);
        int n = layers.columns.size();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            blunt = BLUNT * Math.pow(SHARP / BLUNT, (double) sweep / SWEEPS);
            for (int i = 0; i < n; i++) {
                settle(layers.columns.get(sweep % 2 == 0 ? n - 1 - i : i));
            }
        }
        return y;
    }

    private void stack(List<Integer> column) {
        var offsets = offsets(column);
        double middle = offsets[offsets.length - 1] / 2;
        for (int i = 0; i < column.size(); i++) {
            y[column.get(i)] = offsets[i] - middle;
        }
    }

    /** How far below the first vertex each one stands if all are as close as they may be. */
    private double[] offsets(List<Integer> column) {
        var offsets = new double[column.size()];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1]
                    + below(layers, graph, column.get(i - 1))
                    + above(layers, graph, column.get(i))
                    + GAP;
        }
        return offsets;
    }

    private void settle(List<Integer> column) {
        int n = column.size();
        var offsets = offsets(column);
        // Blocks of vertices that touch: mean wish, weight, and where the block ends.
        var mean = new double[n];
        var weight = new double[n];
        var end = new int[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            double w = 0;
            double sum = 0;
            int v = column.get(i);
            for (var s : layers.in.get(v)) {
                w += weight(s);
                sum += weight(s) * (y[s.from()] - s.port());
            }
            for (var s : layers.out.get(v)) {
                w += weight(s);
                sum += weight(s) * (y[s.to()] + s.port());
            }
            weight[blocks] = w == 0 ? 1e-6 : w;
            mean[blocks] = (w == 0 ? y[v] : sum / w) - offsets[i];
            end[blocks++] = i + 1;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                double both = weight[blocks - 2] + weight[blocks - 1];
                mean[blocks - 2] =
                        (mean[blocks - 2] * weight[blocks - 2] + mean[blocks - 1] * weight[blocks - 1]) / both;
                weight[blocks - 2] = both;
                end[blocks - 2] = end[blocks - 1];
                blocks--;
            }
        }
        for (int b = 0, i = 0; b < blocks; b++) {
            for (; i < end[b]; i++) {
                y[column.get(i)] = mean[b] + offsets[i];
            }
        }
    }

    /**
     * Divided by the slope that there is, so that the sum comes to that of the slopes and not of their squares (iteratively
     * reweighted least squares): rather one bend than a little slope everywhere.
     */
    private double weight(Segment s) {
        double straight = (layers.isDummy(s.from()) ? 4 : 1) * (layers.isDummy(s.to()) ? 4 : 1);
        return straight / (blunt + Math.abs(y[s.to()] + s.port() - y[s.from()]));
    }
}
