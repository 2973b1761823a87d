package gradus.render;

import gradus.autograd.Numbers;
import gradus.autograd.Tensor;
import gradus.autograd.UnaryOp;
import gradus.autograd.init.DeepNet;
import gradus.autograd.init.Initialization;
import gradus.autograd.init.LayerValues;
import gradus.autograd.nn.Layer;
import gradus.render.chart.Bars;
import gradus.render.chart.Hue;
import gradus.render.chart.Letter;
import gradus.render.chart.Letter.Anchor;
import gradus.render.chart.Sketch;
import gradus.render.scene.Glyphs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Histograms of every layer's values or gradients for several weight initializations, one above the other, with mean,
 * standard deviation and the share that is saturated or dead beside each (rows 8.1–8.3 of the lectures).
 *
 * <pre>{@code
 * InitHistogram.of(new DeepNet(3, 20, 50, UnaryOp.TANH, 0), Initialization.ZEROS, Initialization.XAVIER)
 * }</pre>
 *
 * <p>Saturated is a tanh beyond ±0.97, or a sigmoid at the same place (|2σ − 1| &gt; 0.97): less than 6 % of a gradient
 * passes. Dead is a ReLU unit that is 0 for all samples. The layers of a row share their axes.
 */
public final class InitHistogram {

    private static final int CELL = 144;
    private static final int BARS = 84;
    private static final int LABEL = 20;
    private static final int LINE = 18;
    private static final int MARGIN = 14;
    private static final int TITLE = 28;
    private static final int HEADING = 22;

    /** So many fit beside each other on a slide, which leaves 920 pixels to a picture, with letters of their full size. */
    private static final int COLUMNS = 6;

    /** Deeper nets show so many layers, evenly spaced. */
    private static final int DRAWN = 12;

    /** Higher bars are cut, or one layer that has collapsed would flatten all others. */
    private static final double TOP = 0.3;

    private final String title;
    private final List<LayerRow> rows;

    private InitHistogram(String title, List<LayerRow> rows) {
        this.title = title;
        this.rows = rows;
    }

    /** The three initializations of the lecture on its net: 6 layers of 500 tanh units, 1000 samples. */
    public static Picture lecture() {
        return of(DeepNet.LECTURE, Initialization.lecture().toArray(Initialization[]::new));
    }

    /** The values of every layer, on the way forward. */
    public static Picture of(DeepNet net, Initialization... initializations) {
        return compared("inithist.values", net, true, false, initializations);
    }

    /** The gradients that arrive at every layer, on the way back. */
    public static Picture ofGradients(DeepNet net, Initialization... initializations) {
        return compared("inithist.gradients", net, false, true, initializations);
    }

    /** Values and gradients, one row under the other. */
    public static Picture both(DeepNet net, Initialization... initializations) {
        return compared("inithist.both", net, true, true, initializations);
    }

    /**
     * Values and gradients of a net of your own, such as it is now: those of each tanh, sigmoid or ReLU inside of it; of each
     * layer where there is none. The gradients are those that standard normal noise at the output brings.
     *
     * <pre>{@code
     * InitHistogram.of(new MLP(2, 16, 16, 1), Tensor.randn(0, 100, 2))
     * }</pre>
     *
     * @param x the samples, one a row
     */
    public static Picture of(Layer net, Tensor x) {
        var inside = NetLayers.of(net, x);
        var rows = List.of(
                new LayerRow(Words.of("inithist.net.values"), false, inside.values(), inside.activations()),
                new LayerRow(Words.of("inithist.net.gradients"), true, inside.gradients(), inside.activations()));
        return new InitHistogram(
                        Words.of(
                                "inithist.net",
                                Glyphs.shorten(net.toString(), 90),
                                x.shape().axis(0)),
                        rows)
                .figure();
    }

    private static Picture compared(
            String words, DeepNet net, boolean values, boolean gradients, Initialization... initializations) {
        if (initializations.length == 0) {
            throw new IllegalArgumentException("a histogram needs at least one initialization, such as XAVIER");
        }
        List<@Nullable UnaryOp> ops = Collections.nCopies(net.layers(), net.activation());
        var rows = new ArrayList<LayerRow>();
        for (var each : initializations) {
            boolean two = values && gradients;
            if (values) {
                var heading = two ? Words.of("inithist.row.values", each.formula()) : each.formula();
                rows.add(new LayerRow(heading, false, net.activations(each), ops));
            }
            if (gradients) {
                var heading = two ? Words.of("inithist.row.gradients", each.formula()) : each.formula();
                rows.add(new LayerRow(heading, true, net.gradients(each), ops));
            }
        }
        var title = Words.of(words, net.layers(), net.width(), net.activation().symbol(), net.samples());
        return new InitHistogram(title, rows).figure();
    }

    private Figure figure() {
        var sketch = new Sketch();
        var drawn = drawn(rows.get(0).layers().size());
        int lines = (drawn.size() + COLUMNS - 1) / COLUMNS;
        int columns = (drawn.size() + lines - 1) / lines;
        double width = Math.max(2 * MARGIN + columns * CELL, title(14).width(title) + 2 * MARGIN);
        sketch.write(
                title,
                MARGIN,
                MARGIN + 14,
                title(17).width(title) + 2 * MARGIN > width ? title(14) : title(17),
                Hue.INK.light());
        double y = MARGIN + TITLE;
        for (int i = 0; i < rows.size(); i++) {
            y = draw(rows.get(i), drawn, columns, i == 0 || lines > 1, sketch, y);
        }
        var notes = drawn.size() == rows.get(0).layers().size()
                ? List.<String>of()
                : List.of(Words.of(
                        "inithist.some", drawn.size(), rows.get(0).layers().size()));
        var tables = rows.stream().map(InitHistogram::table).toList();
        return new Figure(sketch.drawing(width, y + 4, title), notes, tables);
    }

    private static Letter title(int size) {
        return Letter.bold(size, Anchor.START);
    }

    private static List<Integer> drawn(int layers) {
        var drawn = new ArrayList<Integer>();
        int n = Math.min(layers, DRAWN);
        for (int i = 0; i < n; i++) {
            drawn.add(n == 1 ? 0 : (int) Math.round((double) i * (layers - 1) / (n - 1)));
        }
        return drawn;
    }

    /** One row, which may take several lines. The numbers of its layers are told unless they stand above already. */
    private static double draw(
            LayerRow row, List<Integer> drawn, int columns, boolean isLabelled, Sketch sketch, double top) {
        var hue = row.gradients() ? Hue.GRADIENT : Hue.VALUE;
        var letter = row.gradients() ? Letter.italic(16, Anchor.START) : Letter.bold(15, Anchor.START);
        sketch.write(row.heading(), MARGIN, top + 12, letter, hue.light());
        double to = row.reach();
        double from = row.negative() ? -to : 0;
        double peak = drawn.stream()
                .flatMapToDouble(i -> java.util.Arrays.stream(row.shares(i, from, to)))
                .max()
                .orElse(1);
        int text = 0;
        int height = isLabelled ? BARS + LABEL : BARS;
        double y = top + HEADING;
        for (int i = 0; i < drawn.size(); i++) {
            if (i > 0 && i % columns == 0) {
                y += height + text * LINE + 8;
            }
            double x = MARGIN + (i % columns) * (double) CELL;
            int layer = drawn.get(i);
            var label = isLabelled ? label(row, layer) : "";
            new Bars(label, from, to, Math.min(TOP, peak), row.shares(layer, from, to), row.gradients())
                    .draw(sketch, x, y, CELL, height);
            var lines = row.statistics(layer);
            text = Math.max(text, lines.size());
            for (int k = 0; k < lines.size(); k++) {
                sketch.write(
                        lines.get(k),
                        x + CELL / 2.0,
                        y + height + 14 + k * LINE,
                        Letter.plain(14, Anchor.MIDDLE),
                        Hue.INK.light());
            }
        }
        return y + height + text * LINE + 12;
    }

    private static String label(LayerRow row, int i) {
        var op = row.activations().get(i);
        var layer = Words.of("inithist.layer", row.layers().get(i).number());
        return row.mixed() && op != null ? layer + ", " + op.symbol() : layer;
    }

    private static NumberTable table(LayerRow row) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < row.layers().size(); i++) {
            LayerValues layer = row.layers().get(i);
            var lost = row.lost(i);
            rows.add(List.of(
                    label(row, i),
                    Numbers.brief(layer.mean(), 6),
                    Numbers.brief(layer.deviation(), 6),
                    lost == null ? "" : lost));
        }
        return new NumberTable(
                row.heading(),
                List.of(
                        "",
                        Words.of("inithist.mean", "").strip(),
                        Words.of("inithist.std", "").strip(),
                        ""),
                rows);
    }
}
