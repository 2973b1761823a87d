package gradus.render;

import gradus.autograd.init.LayerValues;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
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

/** The histogram of one layer's values: relative frequencies, in an odd number of bins so that one is centred on 0. */
final class HistogramChart {

    static final Color INK = new Color(0x1F2933);
    static final Color BAR = new Color(0x1D4ED8);
    private static final Color LINE = new Color(0x9AA5B1);
    private static final int BINS = 41;

    private final JFreeChart chart;

    HistogramChart(LayerValues layer) {
        var values = layer.values().toArray();
        double reach = reach(values);
        double from = negative(values) ? -reach : 0;
        var data = new HistogramDataset();
        data.setType(HistogramType.RELATIVE_FREQUENCY);
        data.addSeries("layer " + layer.number(), values, BINS, from, reach);

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

    /** 1 for values such as tanh's, so that layers can be compared; otherwise the next round number above them all. */
    private static double reach(double[] values) {
        double largest = 0;
        for (double v : values) {
            largest = Math.max(largest, Math.abs(v));
        }
        if (largest <= 1) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(largest)));
        for (int factor : new int[] {1, 2, 5}) {
            if (largest <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static boolean negative(double[] values) {
        for (double v : values) {
            if (v < 0) {
                return true;
            }
        }
        return false;
    }
}
