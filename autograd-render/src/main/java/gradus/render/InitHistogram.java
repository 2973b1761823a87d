package gradus.render;

import gradus.autograd.Numbers;
import gradus.autograd.init.DeepNet;
import gradus.autograd.init.Initialization;
import gradus.autograd.init.LayerValues;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Histograms of every layer's values for several weight initializations, one above the other, with mean and standard
 * deviation beside each (rows 8.1–8.3 of the lectures).
 *
 * <pre>{@code
 * InitHistogram.of(new DeepNet(3, 20, 50, UnaryOp.TANH, 0), Initialization.ZEROS, Initialization.XAVIER)
 * }</pre>
 */
public final class InitHistogram implements Picture {

    private static final int CELL_WIDTH = 176;
    private static final int CELL_HEIGHT = 118;
    private static final int TITLE = 30;
    private static final int CAPTION = 38;
    private static final int MARGIN = 14;
    private static final int SCALE = 2;

    private final String title;
    private final List<Row> rows;

    /** What one initialization did. */
    private record Row(Initialization initialization, List<LayerValues> layers) {}

    private InitHistogram(String title, List<Row> rows) {
        this.title = title;
        this.rows = List.copyOf(rows);
    }

    /** The three initializations of the lecture on its net: 6 layers of 500 tanh units, 1000 samples. */
    public static InitHistogram lecture() {
        return of(DeepNet.LECTURE, Initialization.lecture().toArray(Initialization[]::new));
    }

    /** The values of every layer, on the way forward. */
    public static InitHistogram of(DeepNet net, Initialization... initializations) {
        return rows("Values", net, List.of(initializations), false);
    }

    /** The gradients that arrive at every layer, on the way back. */
    public static InitHistogram ofGradients(DeepNet net, Initialization... initializations) {
        return rows("Gradients", net, List.of(initializations), true);
    }

    private static InitHistogram rows(
            String what, DeepNet net, List<Initialization> initializations, boolean gradients) {
        if (initializations.isEmpty()) {
            throw new IllegalArgumentException("a histogram needs at least one initialization, such as XAVIER");
        }
        var rows = new ArrayList<Row>();
        for (var initialization : initializations) {
            var layers = gradients ? net.gradients(initialization) : net.activations(initialization);
            layers.forEach(layer -> checkFinite(initialization, layer));
            rows.add(new Row(initialization, layers));
        }
        var title = what + " of each layer: " + net.layers() + " layers of " + net.width() + " "
                + net.activation().symbol() + " units, " + net.samples() + " samples";
        return new InitHistogram(title, rows);
    }

    private static void checkFinite(Initialization initialization, LayerValues layer) {
        if (!Double.isFinite(layer.deviation())) {
            throw new IllegalArgumentException("layer " + layer.number() + " overflows with " + initialization.formula()
                    + ": there is no histogram of ∞ and NaN. Use smaller weights or fewer layers");
        }
    }

    @Override
    public byte[] png() {
        int width = 2 * MARGIN + rows.get(0).layers().size() * CELL_WIDTH;
        int height = 2 * MARGIN + TITLE + rows.size() * (TITLE + CELL_HEIGHT + CAPTION);
        var image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.scale(SCALE, SCALE);
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, width, height);
            draw(g);
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            g.dispose();
        }
    }

    private void draw(Graphics2D g) {
        int y = MARGIN + 14;
        write(g, title, MARGIN, y, Font.BOLD, 15, HistogramChart.INK);
        y += TITLE - 14;
        for (var row : rows) {
            write(g, row.initialization().formula(), MARGIN, y + 20, Font.BOLD, 14, HistogramChart.BAR);
            y += TITLE;
            int x = MARGIN;
            var axis = HistogramChart.Axis.of(row.layers());
            for (var layer : row.layers()) {
                new HistogramChart(layer, axis).draw(g, new Rectangle2D.Double(x, y, CELL_WIDTH, CELL_HEIGHT));
                int below = y + CELL_HEIGHT;
                write(g, "mean " + brief(layer.mean()), x + 12, below + 13, Font.PLAIN, 12, HistogramChart.INK);
                write(g, "std " + brief(layer.deviation()), x + 12, below + 29, Font.BOLD, 12, HistogramChart.INK);
                x += CELL_WIDTH;
            }
            y += CELL_HEIGHT + CAPTION;
        }
    }

    private static void write(Graphics2D g, String text, int x, int y, int style, int size, Color color) {
        g.setFont(new Font(Font.SANS_SERIF, style, size));
        g.setColor(color);
        g.drawString(text, x, y);
    }

    private static String brief(double x) {
        return Numbers.brief(x, 3);
    }

    @Override
    public String html() {
        var layers = rows.get(0).layers();
        return Html.fill(
                "inithistogram.html",
                Map.of(
                        "alt", title,
                        "image", Base64.getEncoder().encodeToString(png()),
                        "width", 2 * MARGIN + layers.size() * CELL_WIDTH,
                        "layers", layers.stream().map(LayerValues::number).toList(),
                        "rows", rows.stream().map(InitHistogram::tableRow).toList()));
    }

    private static Map<String, Object> tableRow(Row row) {
        var cells = row.layers().stream()
                .map(layer -> Map.of("mean", brief(layer.mean()), "deviation", brief(layer.deviation())))
                .toList();
        return Map.of("formula", row.initialization().formula(), "cells", cells);
    }

    /** A table: mean and standard deviation of each layer, in full. */
    @Override
    public String text() {
        var text = new StringBuilder(title);
        for (var row : rows) {
            text.append("\n\n").append(row.initialization().formula());
            for (var layer : row.layers()) {
                text.append(String.format(
                        Locale.ROOT,
                        "%n  layer %d  mean % .6g  std %.6g",
                        layer.number(),
                        layer.mean(),
                        layer.deviation()));
            }
        }
        return text.toString().replace("\r\n", "\n");
    }

    @Override
    public String toString() {
        return text();
    }
}
