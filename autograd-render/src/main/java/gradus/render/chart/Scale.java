package gradus.render.chart;

import gradus.autograd.Numbers;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis: what it measures, from where to where.
 *
 * @param label what is measured; may be empty
 * @param log whether equal lengths are equal factors; then from and to are above 0
 * @param whole whether only whole numbers are marked
 */
public record Scale(String label, double from, double to, boolean log, boolean whole) {

    /** At most so many decades get a number each. */
    private static final int DECADES = 9;

    /** Of so many decades, 2 and 5 are marked too. */
    private static final double FEW = 2.5;

    private static final int[] DIGITS = {1, 2, 5};

    /** A linear axis with these ends. */
    public static Scale linear(String label, double from, double to) {
        return new Scale(label, from, to, false, false);
    }

    /** An axis that holds all these numbers, with a little room; those that it cannot hold are passed over. */
    public static Scale around(String label, boolean log, double[]... numbers) {
        double[] all = Arrays.stream(numbers)
                .flatMapToDouble(Arrays::stream)
                .filter(v -> Double.isFinite(v) && !(log && v <= 0))
                .sorted()
                .toArray();
        if (all.length == 0) {
            return new Scale(label, log ? 0.1 : 0, 1, log, false);
        }
        double least = all[0];
        double most = all[all.length - 1];
        if (log) {
            return logarithmic(label, Math.log10(least), Math.log10(most));
        }
        double room = most > least ? 0.05 * (most - least) : Math.max(0.5, 0.1 * Math.abs(most));
        boolean whole = most - least > 3 && Arrays.stream(all).allMatch(v -> v == Math.rint(v));
        return new Scale(label, least - room, most + room, false, whole);
    }

    /** To whole decades, or to 1, 2 or 5 of one where there are few; a point on the frame would be cut in half. */
    private static Scale logarithmic(String label, double low, double high) {
        double room = 0.015 * Math.max(1, high - low);
        if (high - low > FEW) {
            double from = Math.pow(10, Math.floor(low - room));
            return new Scale(label, from, Math.pow(10, Math.ceil(high + room)), true, false);
        }
        double from = 0;
        double to = 0;
        for (int power = (int) Math.floor(low - room); power <= high + room; power++) {
            for (int digit : DIGITS) {
                double v = Double.parseDouble(digit + "e" + power);
                from = Math.log10(v) <= low - room ? v : from;
                to = to == 0 && Math.log10(v) >= high + room ? v : to;
            }
        }
        return new Scale(label, from, to == 0 ? Math.pow(10, Math.ceil(high + room)) : to, true, false);
    }

    /** Where a number lies on the axis, in its units: itself or its power of ten; NaN for what it cannot show. */
    double place(double v) {
        double place = log ? (v > 0 ? Math.log10(v) : Double.NaN) : v;
        return Double.isFinite(place) ? place : Double.NaN;
    }

    NumberAxis axis(Letter letter, Letter title) {
        var axis = dressed(log ? new Decades(label) : new NumberAxis(label), letter, title);
        if (log) {
            axis.setTickUnit(new NumberTickUnit(Math.max(1, Math.ceil((place(to) - place(from)) / DECADES))));
        } else if (whole) {
            axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        }
        return axis;
    }

    /** With numbers at the ends and in the middle alone. */
    NumberAxis ends(Letter letter) {
        return dressed(new Ends(), letter, letter);
    }

    private NumberAxis dressed(NumberAxis axis, Letter letter, Letter title) {
        axis.setRange(place(from), place(to));
        axis.setNumberFormatOverride(new Written(log));
        axis.setTickLabelFont(letter);
        axis.setTickLabelPaint(Hue.MUTED.light());
        axis.setLabelFont(title);
        axis.setLabelPaint(Hue.INK.light());
        axis.setAxisLinePaint(Hue.LINE.light());
        axis.setTickMarkPaint(Hue.LINE.light());
        return axis;
    }

    /** An axis of powers: where there are few, 2 and 5 of each are marked too. */
    private static final class Decades extends NumberAxis {

        private static final long serialVersionUID = 1;

        private Decades(String label) {
            super(label);
        }

        @Override
        protected List<?> refreshTicksHorizontal(Graphics2D g, Rectangle2D area, RectangleEdge edge) {
            return getRange().getLength() > FEW
                    ? super.refreshTicksHorizontal(g, area, edge)
                    : ticks(TextAnchor.TOP_CENTER);
        }

        @Override
        protected List<?> refreshTicksVertical(Graphics2D g, Rectangle2D area, RectangleEdge edge) {
            return getRange().getLength() > FEW
                    ? super.refreshTicksVertical(g, area, edge)
                    : ticks(TextAnchor.CENTER_RIGHT);
        }

        private List<NumberTick> ticks(TextAnchor anchor) {
            var ticks = new ArrayList<NumberTick>();
            for (int power = (int) Math.floor(getLowerBound()); power <= getUpperBound(); power++) {
                for (int digit : DIGITS) {
                    double v = Double.parseDouble(digit + "e" + power);
                    if (getRange().contains(Math.log10(v))) {
                        ticks.add(new NumberTick(Math.log10(v), Numbers.brief(v), anchor, TextAnchor.CENTER, 0));
                    }
                }
            }
            return ticks;
        }
    }

    /** Numbers as everywhere in Gradus, with a true minus sign. */
    private static final class Written extends NumberFormat {

        private static final long serialVersionUID = 1;
        private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

        private final boolean power;

        private Written(boolean power) {
            this.power = power;
        }

        @Override
        public StringBuffer format(double v, StringBuffer to, FieldPosition position) {
            return to.append(power ? power((int) Math.round(v)) : Numbers.brief(v, 6));
        }

        private static String power(int n) {
            if (n == 0 || n == 1) {
                return n == 0 ? "1" : "10";
            }
            var raised = new StringBuilder(n < 0 ? "10⁻" : "10");
            Integer.toString(Math.abs(n)).chars().forEach(c -> raised.append(SUPERSCRIPTS.charAt(c - '0')));
            return raised.toString();
        }

        @Override
        public StringBuffer format(long v, StringBuffer to, FieldPosition position) {
            return format((double) v, to, position);
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new UnsupportedOperationException("an axis only writes numbers");
        }
    }
}
