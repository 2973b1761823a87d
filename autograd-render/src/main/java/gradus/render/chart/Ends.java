package gradus.render.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis with a number at either end and in the middle. None hangs out: in a row of charts, neighbours would touch. */
final class Ends extends NumberAxis {

    private static final long serialVersionUID = 1;
    private static final double GAP = 6;

    @Override
    protected List<?> refreshTicksHorizontal(Graphics2D g, Rectangle2D area, RectangleEdge edge) {
        double low = getLowerBound();
        double high = getUpperBound();
        var left = tick(low, TextAnchor.TOP_LEFT);
        var middle = tick((low + high) / 2, TextAnchor.TOP_CENTER);
        var right = tick(high, TextAnchor.TOP_RIGHT);
        double half = area.getWidth() / 2 - GAP - width(middle) / 2;
        var ticks = new ArrayList<>(List.of(left, right));
        if (Math.max(width(left), width(right)) <= half) {
            ticks.add(1, middle);
        }
        return ticks;
    }

    private NumberTick tick(double v, TextAnchor anchor) {
        return new NumberTick(v, getNumberFormatOverride().format(v), anchor, TextAnchor.CENTER, 0);
    }

    private double width(NumberTick tick) {
        Font font = getTickLabelFont();
        return font instanceof Letter letter ? letter.width(tick.getText()) : 0;
    }
}
