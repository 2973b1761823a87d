package gradus.render.chart;

import gradus.render.scene.Glyphs;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;

/** Curves over two axes, drawn by JFreeChart in the colours and letters of Gradus. */
public final class XyChart {

    private final String title;
    private final Scale x;
    private final Scale y;
    private final List<Curve> curves = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Backdrop> backdrops = new ArrayList<>();

    /** A remark beside a point, in the letters of the axes. */
    private record Note(double x, double y, String text, boolean left) {}

    /** Something that is painted behind the curves. */
    @FunctionalInterface
    public interface Backdrop {

        /** Paints with what turns a place on the axes into one on the sheet. */
        void paint(Graphics2D g, Places places);
    }

    /** Turns a place on the axes into one on the sheet. */
    public interface Places {

        /** The abscissa on the sheet. */
        double x(double x);

        /** The ordinate on the sheet. */
        double y(double y);
    }

    /** A chart without curves as yet; the title may be empty. */
    public XyChart(String title, Scale x, Scale y) {
        this.title = title;
        this.x = x;
        this.y = y;
    }

    /** One curve more. */
    public XyChart add(Curve curve) {
        curves.add(curve);
        return this;
    }

    /** A remark to the right of a point. */
    public XyChart note(double atX, double atY, String text) {
        notes.add(new Note(atX, atY, text, false));
        return this;
    }

    /** A remark to the left of a point. */
    public XyChart noteBefore(double atX, double atY, String text) {
        notes.add(new Note(atX, atY, text, true));
        return this;
    }

    /** Something behind the curves. */
    public XyChart behind(Backdrop backdrop) {
        backdrops.add(backdrop);
        return this;
    }

    /** Draws it into a rectangle of the sheet. */
    public void draw(Sketch sketch, double left, double top, double width, double height) {
        var plot = new XYPlot(
                data(),
                x.axis(ticks(Letter.Anchor.MIDDLE), label()),
                y.axis(ticks(Letter.Anchor.END), label()),
                lines());
        plot.getRangeAxis().setLabel(null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(Hue.LINE.tint(0.3));
        plot.setRangeGridlinePaint(Hue.LINE.tint(0.3));
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        backdrops.forEach(backdrop ->
                plot.getRenderer().addAnnotation(annotation(backdrop), org.jfree.chart.ui.Layer.BACKGROUND));
        notes.forEach(note -> plot.addAnnotation(annotation(note)));

        var chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(4, 4, 4, 12));
        if (!y.label().isEmpty()) {
            chart.addSubtitle(text(y.label(), Letter.plain(15, Letter.Anchor.START)));
        }
        if (!title.isEmpty()) {
            chart.setTitle(text(title, Letter.bold(17, Letter.Anchor.START)));
        }
        if (curves.stream().anyMatch(curve -> !curve.name().isEmpty())) {
            chart.addSubtitle(legend(plot));
        }
        chart.draw(sketch, new Rectangle2D.Double(left, top, width, height));
    }

    private static Letter ticks(Letter.Anchor anchor) {
        return Letter.plain(14, anchor);
    }

    private static Letter label() {
        return Letter.plain(15, Letter.Anchor.MIDDLE);
    }

    private static TextTitle text(String words, Letter letter) {
        var title = new TextTitle(Glyphs.shorten(words, 120), letter);
        title.setPaint(Hue.INK.light());
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPadding(2, 4, 4, 4);
        return title;
    }

    private static LegendTitle legend(XYPlot plot) {
        var legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(Letter.plain(15, Letter.Anchor.START));
        legend.setItemPaint(Hue.INK.light());
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
        legend.setBackgroundPaint(null);
        return legend;
    }

    private DefaultXYDataset data() {
        var data = new DefaultXYDataset();
        for (int i = 0; i < curves.size(); i++) {
            var curve = curves.get(i);
            var places = new double[2][curve.size()];
            for (int k = 0; k < places[0].length; k++) {
                places[0][k] = x.place(curve.x(k));
                places[1][k] = y.place(curve.y(k));
            }
            data.addSeries(i, places);
        }
        return data;
    }

    private Lines lines() {
        return new Lines(List.copyOf(curves));
    }

    private XYTextAnnotation annotation(Note note) {
        var text = new XYTextAnnotation(
                note.left() ? note.text() + "  " : "  " + note.text(), x.place(note.x()), y.place(note.y()));
        text.setFont(Letter.plain(15, note.left() ? Letter.Anchor.END : Letter.Anchor.START));
        text.setPaint(Hue.INK.light());
        text.setTextAnchor(note.left() ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_LEFT);
        return text;
    }

    private AbstractXYAnnotation annotation(Backdrop backdrop) {
        return new AbstractXYAnnotation() {

            private static final long serialVersionUID = 1;

            @Override
            public void draw(
                    Graphics2D g,
                    XYPlot plot,
                    Rectangle2D area,
                    ValueAxis across,
                    ValueAxis up,
                    int index,
                    PlotRenderingInfo info) {
                backdrop.paint(g, new Places() {
                    @Override
                    public double x(double v) {
                        return across.valueToJava2D(x.place(v), area, RectangleEdge.BOTTOM);
                    }

                    @Override
                    public double y(double v) {
                        return up.valueToJava2D(y.place(v), area, RectangleEdge.LEFT);
                    }
                });
            }
        };
    }
}
