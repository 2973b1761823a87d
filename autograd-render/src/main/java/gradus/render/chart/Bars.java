package gradus.render.chart;

import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/** A small histogram. Bars that are higher than the axis are cut, and the highest of them is told. */
public final class Bars {

    private final String title;
    private final double from;
    private final double to;
    private final double top;
    private final double[] shares;
    private final boolean hollow;

    /**
     * A histogram of shares.
     *
     * @param title what stands above it; may be empty
     * @param from where the first bar begins
     * @param to where the last one ends
     * @param top the share at which the axis ends
     * @param shares the height of each bar, from 0 to 1
     * @param hollow whether the bars are outlines in the colour of gradients, and not filled in that of values
     */
    public Bars(String title, double from, double to, double top, double[] shares, boolean hollow) {
        this.title = title;
        this.from = from;
        this.to = to;
        this.top = top;
        this.shares = shares.clone();
        this.hollow = hollow;
    }

    /** Draws it into a rectangle of the sheet. */
    public void draw(Sketch sketch, double left, double up, double width, double height) {
        var hue = hollow ? Hue.GRADIENT : Hue.VALUE;
        var bars = new XYBarRenderer(hollow ? 0 : 0.1);
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
        bars.setSeriesPaint(0, hollow ? hue.tint(0.25) : hue.light());
        bars.setDrawBarOutline(hollow);
        bars.setSeriesOutlinePaint(0, hue.light());
        bars.setSeriesOutlineStroke(0, new BasicStroke(1));

        var plot = new XYPlot(data(), across(), upwards(), bars);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setDomainZeroBaselineVisible(from < 0);
        plot.setDomainZeroBaselinePaint(Hue.LINE.tint(0.5));
        plot.setDomainZeroBaselineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        addPeak(plot);

        var chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(0, 8, 0, 8));
        if (!title.isEmpty()) {
            var text = new TextTitle(title, Letter.plain(14, Letter.Anchor.MIDDLE));
            text.setPaint(Hue.INK.light());
            chart.setTitle(text);
        }
        chart.draw(sketch, new Rectangle2D.Double(left, up, width, height));
    }

    private void addPeak(XYPlot plot) {
        int highest = 0;
        for (int i = 1; i < shares.length; i++) {
            highest = shares[i] > shares[highest] ? i : highest;
        }
        if (shares[highest] <= top) {
            return;
        }
        boolean right = highest < shares.length / 2 + 1;
        double place = from + (to - from) * (highest + (right ? 1.5 : -0.5)) / shares.length;
        var label = new XYTextAnnotation(Math.round(100 * shares[highest]) + " %", place, top);
        label.setFont(Letter.plain(14, right ? Letter.Anchor.START : Letter.Anchor.END));
        label.setPaint(Hue.INK.light());
        label.setTextAnchor(right ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
        plot.addAnnotation(label);
    }

    private NumberAxis across() {
        return Scale.linear("", from, to).ends(Letter.plain(14, Letter.Anchor.MIDDLE));
    }

    private NumberAxis upwards() {
        var axis = new NumberAxis();
        axis.setRange(0, top);
        axis.setVisible(false);
        return axis;
    }

    /** Bars of no height are left out: they would only be lines on the axis. */
    private DefaultIntervalXYDataset data() {
        int n = 0;
        for (double share : shares) {
            n += share > 0 ? 1 : 0;
        }
        var intervals = new double[6][n];
        int k = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                double low = from + (to - from) * i / shares.length;
                double high = from + (to - from) * (i + 1) / shares.length;
                intervals[0][k] = (low + high) / 2;
                intervals[1][k] = low;
                intervals[2][k] = high;
                intervals[3][k] = shares[i];
                intervals[5][k] = shares[i];
                k++;
            }
        }
        var data = new DefaultIntervalXYDataset();
        data.addSeries("", intervals);
        return data;
    }
}
