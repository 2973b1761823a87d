package gradus.render;

import gradus.autograd.Numbers;
import gradus.render.chart.Curve;
import gradus.render.chart.Look;
import gradus.render.chart.Scale;
import gradus.render.chart.Sketch;
import gradus.render.chart.XyChart;
import gradus.render.scene.Glyphs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Series of numbers as a line chart: losses over steps, points and the curve that was fitted to them (row 7.7).
 *
 * <pre>{@code
 * Plot.of("loss", List.of(9.0, 3.0, 1.0, 0.5)).log().x("epoch")
 * }</pre>
 *
 * <pre>{@code
 * double[] x = {0, 1, 2}, y = {0.1, 0.9, 4.2};
 * Plot.points("measured", x, y).and("x²", t -> t * t, 0, 2).title("A fit")
 * }</pre>
 *
 * <p>Each line has a colour, dashes and a marker of its own. A number that is not finite is a gap, which is told. A plot is
 * not changed by its methods: each gives a new one.
 */
public final class Plot implements Picture {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 430;

    /** A function is drawn through so many points. */
    private static final int SAMPLES = 201;

    /** Longer series are told in so many rows. */
    private static final int ROWS = 40;

    private final List<Series> series;
    private final String title;
    private final String x;
    private final String y;
    private final boolean log;
    private final boolean logX;

    /** A class and no record, since records should not hold arrays: they are compared by identity. */
    private static final class Series {

        private final String name;
        private final double[] x;
        private final double[] y;
        private final boolean line;

        /** @param line whether its points are joined */
        private Series(String name, double[] x, double[] y, boolean line) {
            this.name = name;
            this.x = x;
            this.y = y;
            this.line = line;
        }
    }

    private Plot(List<Series> series, String title, String x, String y, boolean log, boolean logX) {
        this.series = List.copyOf(series);
        this.title = title;
        this.x = x;
        this.y = y;
        this.log = log;
        this.logX = logX;
    }

    private static final Plot EMPTY = new Plot(List.of(), "", "", "", false, false);

    /** A series over its own numbering, from 0. */
    public static Plot of(String name, double... y) {
        return EMPTY.and(name, y);
    }

    /** A series over its own numbering, from 0. */
    public static Plot of(String name, Collection<? extends Number> y) {
        return EMPTY.and(name, y);
    }

    /** A line through points. */
    public static Plot of(String name, double[] x, double[] y) {
        return EMPTY.and(name, x, y);
    }

    /** A function between two places. */
    public static Plot of(String name, DoubleUnaryOperator f, double from, double to) {
        return EMPTY.and(name, f, from, to);
    }

    /** Points that are not joined. */
    public static Plot points(String name, double[] x, double[] y) {
        return EMPTY.andPoints(name, x, y);
    }

    /** Several series over their own numbering, by name, in the order of the map. */
    public static Plot of(Map<String, ?> series) {
        var plot = EMPTY;
        for (var each : series.entrySet()) {
            plot = plot.and(each.getKey(), each.getValue());
        }
        return plot;
    }

    /**
     * A series of whatever holds numbers: an array or collection of numbers, a vector; or of pairs: a matrix with two
     * columns, an array or a collection of arrays of two.
     *
     * @throws IllegalArgumentException if the object holds no such thing
     */
    public static Plot of(String name, Object numbers) {
        return EMPTY.and(name, numbers);
    }

    /** One series more, over its own numbering, from 0. */
    public Plot and(String name, double... y) {
        return and(name, DoubleStream.iterate(0, i -> i + 1).limit(y.length).toArray(), y);
    }

    /** One series more, over its own numbering, from 0. */
    public Plot and(String name, Collection<? extends Number> y) {
        return and(name, y.stream().mapToDouble(Number::doubleValue).toArray());
    }

    /** One line more, through points. */
    public Plot and(String name, double[] x, double[] y) {
        return with(new Series(name, x.clone(), y.clone(), true));
    }

    /** One series more of whatever holds numbers; see {@link #of(String, Object)}. */
    public Plot and(String name, Object numbers) {
        var read = SeriesReader.read(name, numbers);
        return read.length == 1 ? and(name, read[0]) : and(name, read[0], read[1]);
    }

    /**
     * One function more.
     *
     * @throws IllegalArgumentException if {@code from} is not less than {@code to}
     */
    public Plot and(String name, DoubleUnaryOperator f, double from, double to) {
        if (!(from < to)) {
            throw new IllegalArgumentException(
                    "the function " + name + " is to be drawn from " + from + " to " + to + ": give the smaller first");
        }
        var places = DoubleStream.iterate(0, i -> i + 1)
                .limit(SAMPLES)
                .map(i -> from + (to - from) * i / (SAMPLES - 1))
                .toArray();
        return and(name, places, DoubleStream.of(places).map(f).toArray());
    }

    /** Points more, not joined. */
    public Plot andPoints(String name, double[] x, double[] y) {
        return with(new Series(name, x.clone(), y.clone(), false));
    }

    /** The same points not joined, for all series so far. */
    public Plot asPoints() {
        return new Plot(
                series.stream().map(s -> new Series(s.name, s.x, s.y, false)).toList(), title, x, y, log, logX);
    }

    private Plot with(Series one) {
        if (one.x.length != one.y.length) {
            throw new IllegalArgumentException("the series " + one.name + " has " + one.x.length + " x and "
                    + one.y.length + " y; it needs as many of each");
        }
        if (one.y.length == 0) {
            throw new IllegalArgumentException("the series " + one.name + " holds no number: fill it, then plot it");
        }
        var more = new ArrayList<>(series);
        more.add(one);
        return new Plot(more, title, x, y, log, logX);
    }

    /** Equal heights for equal factors: the way to see an exponential as a straight line. */
    public Plot log() {
        return new Plot(series, title, x, y, true, logX);
    }

    /** Both axes by factors: a power is a straight line. */
    public Plot logLog() {
        return new Plot(series, title, x, y, true, true);
    }

    /** What stands above the chart. */
    public Plot title(String words) {
        return new Plot(series, words, x, y, log, logX);
    }

    /** What the horizontal axis measures. */
    public Plot x(String label) {
        return new Plot(series, title, label, y, log, logX);
    }

    /** What the vertical axis measures. */
    public Plot y(String label) {
        return new Plot(series, title, x, label, log, logX);
    }

    private Figure figure() {
        var across = Scale.around(x.isEmpty() ? Words.of("plot.index") : x, logX, columns(true));
        var up = Scale.around(
                y.isEmpty() && series.size() == 1 ? Glyphs.shorten(series.get(0).name, 60) : y, log, columns(false));
        var chart = new XyChart(title, across, up);
        for (int i = 0; i < series.size(); i++) {
            var s = series.get(i);
            var parts = !s.line ? Curve.Parts.POINTS : s.x.length <= 20 ? Curve.Parts.STEPS : Curve.Parts.LINE;
            chart.add(new Curve(series.size() == 1 && y.isEmpty() ? "" : s.name, s.x, s.y, Look.of(i), parts));
        }
        var sketch = new Sketch();
        chart.draw(sketch, 0, 0, WIDTH, HEIGHT);
        var tables = series.stream().map(this::table).toList();
        return new Figure(sketch.drawing(WIDTH, HEIGHT, heading()), notes(), tables);
    }

    private double[][] columns(boolean ofX) {
        return series.stream().map(s -> ofX ? s.x : s.y).toArray(double[][]::new);
    }

    private String heading() {
        var names = String.join(", ", series.stream().map(s -> s.name).toList());
        return title.isEmpty() ? Words.of("plot.title", names) : title;
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        for (var s : series) {
            var gap = firstGap(s);
            if (gap != null) {
                notes.add(gap);
            }
        }
        return notes;
    }

    private @Nullable String firstGap(Series s) {
        int gaps = 0;
        int first = -1;
        for (int i = s.y.length - 1; i >= 0; i--) {
            boolean finite = Double.isFinite(s.y[i]) && Double.isFinite(s.x[i]);
            if (!finite || (log && s.y[i] <= 0) || (logX && s.x[i] <= 0)) {
                gaps++;
                first = i;
            }
        }
        return gaps == 0
                ? null
                : Words.of("plot.gaps", s.name, gaps, Numbers.brief(s.x[first]), Numbers.brief(s.y[first]));
    }

    /** Long series in evenly spaced rows, the first and the last among them. */
    private NumberTable table(Series s) {
        var rows = new ArrayList<List<String>>();
        int n = s.y.length;
        int shown = Math.min(n, ROWS);
        for (int r = 0; r < shown; r++) {
            int i = shown == 1 ? 0 : (int) Math.round((double) r * (n - 1) / (shown - 1));
            rows.add(List.of(Numbers.brief(s.x[i]), Numbers.brief(s.y[i], 9)));
        }
        var name = shown == n ? s.name : Words.of("plot.some", s.name, shown, n);
        return new NumberTable(name, List.of(x.isEmpty() ? Words.of("plot.index") : x, y.isEmpty() ? s.name : y), rows);
    }

    @Override
    public String html() {
        return figure().html();
    }

    @Override
    public byte[] png() {
        return figure().png();
    }

    @Override
    public String text() {
        return figure().text();
    }

    String svg() {
        return figure().svg();
    }

    /** The numbers. */
    @Override
    public String toString() {
        return text();
    }
}
