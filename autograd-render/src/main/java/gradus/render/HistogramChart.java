package gradus.render;

import gradus.autograd.init.LayerValues;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.statistics.HistogramDataset;
import org.jfree.data.statistics.HistogramType;

/** The histogram of one layer's values: relative frequencies, over the axis that its row shares. */
final class HistogramChart {

    static final Color INK = new Color(0x1F2933);
    static final Color BAR = new Color(0x1D4ED8);
    private static final Color LINE = new Color(0x9AA5B1);

    /** Odd, so that one bin is centred on 0. */
    private static final int BINS = 41;

    private final JFreeChart chart;

    HistogramChart(LayerValues layer, Axis axis) {
        double from = axis.from();
        double reach = axis.to();
        var data = new HistogramDataset();
        data.setType(HistogramType.RELATIVE_FREQUENCY);
        data.addSeries("layer " + layer.number(), layer.values().toArray(), BINS, from, reach);

        var x = new NumberAxis();
        x.setRange(from, reach);
        x.setTickUnit(new NumberTickUnit(from < 0 ? reach : reach / 2));
        x.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
        x.setTickLabelPaint(INK);
        x.setAxisLinePaint(LINE);
        var y = new NumberAxis();
        y.setVisible(false);

        var bars = new XYBarRenderer(0.08);
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
        bars.setSeriesPaint(0, BAR);
        var plot = new XYPlot(data, x, y, bars);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setDomainZeroBaselineVisible(from < 0);
        plot.setDomainZeroBaselinePaint(LINE);
        plot.setDomainZeroBaselineStroke(new BasicStroke(0.5f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);

        chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        var title = new TextTitle("layer " + layer.number(), new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        title.setPaint(INK);
        chart.setTitle(title);
    }

    void draw(Graphics2D g, Rectangle2D area) {
        chart.draw(g, area);
    }

    /**
     * Where the horizontal axes of a row begin and end.
     *
     * @param from minus {@code to}, or 0 where no value is negative
     * @param to 1 where all values lie within ±1; else a round number, at least five standard deviations from the mean
     *     or above all values. The few beyond it stand in the outermost bins
     */
    record Axis(double from, double to) {

        static Axis of(List<LayerValues> layers) {
            double largest = 0;
            double reach = 0;
            boolean negative = false;
            for (var layer : layers) {
                for (double v : layer.values().toArray()) {
                    largest = Math.max(largest, Math.abs(v));
                    negative |= v < 0;
                }
                reach = Math.max(reach, Math.abs(layer.mean()) + 5 * layer.deviation());
            }
            double to = largest <= 1 ? 1 : round(Math.min(largest, reach));
            return new Axis(negative ? -to : 0, to);
        }

        private static double round(double x) {
            double power = Math.pow(10, Math.floor(Math.log10(x)));
            for (int factor : new int[] {1, 2, 5}) {
                if (x <= factor * power) {
                    return factor * power;
                }
            }
            return 10 * power;
        }
    }
}
