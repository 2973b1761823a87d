package gradus.render;

import gradus.autograd.Numbers;
import gradus.autograd.UnaryOp;
import gradus.render.chart.Curve;
import gradus.render.chart.Look;
import gradus.render.chart.Scale;
import gradus.render.chart.Sketch;
import gradus.render.chart.XyChart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Activation functions with their derivatives, and the numbers at one place marked on both (rows 7.5 and 7.6: σ at 1 is
 * 0.73, its local gradient 0.1966).
 *
 * <pre>{@code
 * Activations.of(UnaryOp.SIGMOID, UnaryOp.TANH, UnaryOp.RELU)
 * }</pre>
 */
public final class Activations {

    private static final double REACH = 4;
    private static final int SAMPLES = 161;

    /** A slope that changes by more from one sample to the next may jump. */
    private static final double LEAP = 0.25;

    private static final int BISECTIONS = 40;

    private Activations() {}

    /** The functions from −4 to 4, marked at 1. */
    public static Picture of(UnaryOp... functions) {
        return at(1, functions);
    }

    /**
     * The functions from −4 to 4, marked at a place.
     *
     * @param place where the numbers are told, between −4 and 4
     * @throws IllegalArgumentException if no function is given, or the place is outside
     */
    public static Picture at(double place, UnaryOp... functions) {
        if (functions.length == 0) {
            throw new IllegalArgumentException("which function is to be drawn? Give one or more, such as SIGMOID");
        }
        if (!(Math.abs(place) <= REACH)) {
            throw new IllegalArgumentException(
                    "the functions are drawn from −4 to 4, and " + place + " is to be marked: give a number between");
        }
        int columns = functions.length == 1 ? 1 : functions.length == 2 || functions.length == 4 ? 2 : 3;
        double width = columns == 1 ? 760 : columns == 2 ? 560 : 410;
        double height = columns == 1 ? 430 : 350;
        var sketch = new Sketch();
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < functions.length; i++) {
            var f = functions[i];
            int line = i / columns;
            chart(f, place).draw(sketch, (i % columns) * width, line * height, width, height);
            double z = f.value(place);
            rows.add(List.of(
                    f.id(),
                    Numbers.brief(place),
                    Numbers.brief(z, 8),
                    Numbers.brief(f.local(place, z), 8),
                    Numbers.brief(largest(f), 4)));
        }
        int lines = (functions.length + columns - 1) / columns;
        var header = List.of("", "x", "f(x)", "f′(x)", Words.of("activation.largest"));
        return new Figure(
                sketch.drawing(columns * width, lines * height, Words.of("activation.title")),
                List.of(),
                List.of(new NumberTable(Words.of("activation.title"), header, rows)));
    }

    private static double x(int i) {
        return -REACH + 2 * REACH * i / (SAMPLES - 1);
    }

    /** The largest local gradient on the way: what a layer passes on at best. */
    private static double largest(UnaryOp f) {
        double largest = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double local = Math.abs(slope(f, x(i)));
            largest = Double.isNaN(local) ? largest : Math.max(largest, local);
        }
        return largest;
    }

    /** Where the curves are asked for: at equal distances, and on both sides of a jump, which would be drawn as a ramp. */
    private static double[] samples(UnaryOp f) {
        var samples = new ArrayList<Double>();
        for (int i = 0; i < SAMPLES - 1; i++) {
            samples.add(x(i));
            addJump(samples, f, x(i), x(i + 1));
        }
        samples.add(x(SAMPLES - 1));
        return samples.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void addJump(List<Double> samples, UnaryOp f, double from, double to) {
        double rise = Math.abs(slope(f, to) - slope(f, from));
        if (!(rise > LEAP)) {
            return;
        }
        double left = from;
        double right = to;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (left + right) / 2;
            if (Math.abs(slope(f, middle) - slope(f, left)) > Math.abs(slope(f, right) - slope(f, middle))) {
                right = middle;
            } else {
                left = middle;
            }
        }
        if (Math.abs(slope(f, right) - slope(f, left)) > rise / 2) {
            samples.add(left);
            samples.add(right);
        }
    }

    private static double slope(UnaryOp f, double x) {
        return f.local(x, f.value(x));
    }

    private static XyChart chart(UnaryOp f, double place) {
        double[] x = samples(f);
        double[] value = Arrays.stream(x).map(each -> seen(f.value(each))).toArray();
        double[] local = Arrays.stream(x).map(each -> seen(slope(f, each))).toArray();
        double z = f.value(place);
        double slope = slope(f, place);
        var at = "(" + Numbers.brief(place) + ") = ";
        var point = new double[] {place};
        return new XyChart(
                        f.expression(List.of("x")),
                        Scale.linear("x", -REACH, REACH),
                        Scale.around("", false, value, local))
                .add(new Curve("f" + at + Numbers.brief(z, 4), x, value, Look.CIRCLE, Curve.Parts.BARE_LINE))
                .add(new Curve("f′" + at + Numbers.brief(slope, 4), x, local, Look.SQUARE, Curve.Parts.BARE_LINE))
                .add(new Curve("", point, new double[] {z}, Look.CIRCLE, Curve.Parts.POINTS))
                .add(new Curve("", point, new double[] {slope}, Look.SQUARE, Curve.Parts.POINTS));
    }

    /** Poles and steep exponentials leave the picture. */
    private static double seen(double v) {
        return Math.abs(v) > 6 ? Double.NaN : v;
    }
}
