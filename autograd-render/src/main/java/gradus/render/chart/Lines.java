package gradus.render.chart;

import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jspecify.annotations.Nullable;

/** JFreeChart's renderer of lines, told how each curve looks. */
final class Lines extends XYLineAndShapeRenderer {

    private static final long serialVersionUID = 1;

    /** A line of many points has so many markers, enough to tell it from its neighbours. */
    private static final int MARKERS = 9;

    private final transient List<Curve> curves;

    Lines(List<Curve> curves) {
        this.curves = curves;
        setDrawSeriesLineAsPath(true);
        setLegendLine(new Line2D.Double(-22, 0, 22, 0));
        for (int i = 0; i < curves.size(); i++) {
            var look = curves.get(i).look();
            var parts = curves.get(i).parts();
            setSeriesPaint(i, look.colour());
            setSeriesStroke(i, look.stroke());
            setSeriesShape(i, look.marker());
            setSeriesLinesVisible(i, parts != Curve.Parts.POINTS);
            setSeriesShapesVisible(i, parts != Curve.Parts.BARE_LINE && look != Look.GUIDE);
        }
    }

    @Override
    public boolean getItemShapeVisible(int series, int item) {
        if (!super.getItemShapeVisible(series, item)) {
            return false;
        }
        var curve = curves.get(series);
        int n = curve.size();
        if (curve.parts() != Curve.Parts.LINE || n <= 2 * MARKERS) {
            return true;
        }
        // Those of different curves stand in different places, so that none hides another.
        int every = n / MARKERS;
        return item % every == (series * every / 4 + every / 2) % every;
    }

    @Override
    public @Nullable LegendItem getLegendItem(int dataset, int series) {
        var curve = curves.get(series);
        if (curve.name().isEmpty()) {
            return null;
        }
        var item = super.getLegendItem(dataset, series);
        // JFreeChart asks the first point, which may be one without a marker.
        item.setShapeVisible(super.getItemShapeVisible(series, 0));
        return item;
    }

    @Override
    public org.jfree.chart.labels.XYSeriesLabelGenerator getLegendItemLabelGenerator() {
        return (data, series) ->
                gradus.render.scene.Glyphs.shorten(curves.get(series).name(), 60);
    }
}
