package gradus.render;

import gradus.autograd.Numbers;
import gradus.autograd.UnaryOp;
import gradus.render.chart.Curve;
import gradus.render.chart.Look;
import gradus.render.chart.Scale;
import gradus.render.chart.Sketch;
import gradus.render.chart.XyChart;
import java.util.ArrayList;
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
            double local = Math.abs(f.local(x(i), f.value(x(i))));
            largest = Double.isNaN(local) ? largest : Math.max(largest, local);
        }
        return largest;
    }

    private static XyChart chart(UnaryOp f, double place) {
        var x = new double[SAMPLES];
        var value = new double[SAMPLES];
        var local = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            x[i] = x(i);
            value[i] = seen(f.value(x[i]));
            local[i] = seen(f.local(x[i], f.value(x[i])));
        }
        double z = f.value(place);
        double slope = f.local(place, z);
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
