package gradus.render;

import gradus.autograd.Derivatives;
import gradus.autograd.Node;
import gradus.autograd.Numbers;
import gradus.autograd.Var;
import gradus.autograd.optim.DescentPath;
import gradus.render.chart.Curve;
import gradus.render.chart.Look;
import gradus.render.chart.Scale;
import gradus.render.chart.Sketch;
import gradus.render.chart.XyChart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The surface of a loss over two parameters, in lines of equal loss, and the ways that gradient descent takes on it with
 * several learning rates (row 7.4).
 *
 * <pre>{@code
 * var w = new Var(-2, "w");
 * var b = new Var(2, "b");
 * var loss = w.mul(w).mul(3).add(b.mul(b)).named("loss");
 * Contour.of(loss, w, b).range(-3, 3).rates(0.02, 0.2, 0.34).steps(20)
 * }</pre>
 *
 * <p>Without {@link #rates} it takes 0.1/λ, 1/λ and 2.1/λ, where λ is the largest curvature at the start, the largest
 * eigenvalue of the Hessian: on a quadratic loss too small, right, and too large, since descent diverges above 2/λ. Without {@link
 * #range} the picture holds the start and where the first two of the rates lead. The parameters stay as they are; the
 * descent starts at their values. A contour is not changed by its methods: each gives a new one.
 */
public final class Contour implements Picture {

    private static final double WIDTH = 860;
    private static final double HEIGHT = 490;
    private static final int MOST_STEPS = 1000;

    private final Var loss;
    private final Node[] parameters;
    private final double @Nullable [] range;
    private final double[] rates;
    private final int steps;

    private Contour(Var loss, Node[] parameters, double @Nullable [] range, double[] rates, int steps) {
        this.loss = loss;
        this.parameters = parameters;
        this.range = range;
        this.rates = rates;
        this.steps = steps;
    }

    /**
     * The surface over two scalars, or over a tensor of two elements.
     *
     * @throws IllegalArgumentException if the parameters have not two elements together, or are no inputs of the loss
     */
    public static Contour of(Var loss, Node... parameters) {
        new Surface(loss, parameters);
        return new Contour(loss, parameters.clone(), null, new double[0], 30);
    }

    /**
     * The ends of both axes.
     *
     * @throws IllegalArgumentException if {@code from} is not less than {@code to}
     */
    public Contour range(double from, double to) {
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException(
                    "the axes are to go from " + from + " to " + to + ": give two numbers, the smaller first");
        }
        return new Contour(loss, parameters, new double[] {from, to, from, to}, rates, steps);
    }

    /**
     * The learning rates, a way each.
     *
     * @throws IllegalArgumentException if one is not above 0
     */
    public Contour rates(double... learningRates) {
        for (double rate : learningRates) {
            if (!(rate > 0) || Double.isInfinite(rate)) {
                throw new IllegalArgumentException("a learning rate must be above 0, and " + rate + " was given");
            }
        }
        return new Contour(loss, parameters, range, learningRates.clone(), steps);
    }

    /**
     * How many steps each way takes, 1 to 1000.
     *
     * @throws IllegalArgumentException if the number is out of range
     */
    public Contour steps(int n) {
        if (n < 1 || n > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "descent takes 1 to " + MOST_STEPS + " steps, and " + n + " were asked for");
        }
        return new Contour(loss, parameters, range, rates, n);
    }

    private Figure figure() {
        var surface = new Surface(loss, parameters);
        double[] learning = rates.length > 0 ? rates : chosen(surface);
        var ways = new ArrayList<DescentPath>();
        for (double rate : learning) {
            ways.add(surface.descend(rate, steps));
        }
        double[] ends = range != null ? range : around(ways);
        var levels = new Levels(surface.function(), ends[0], ends[1], ends[2], ends[3]);
        var name = loss.name() == null ? "loss" : loss.name();
        var title = Words.of("contour.title", name);
        var chart = new XyChart(
                        title,
                        Scale.linear(surface.name(0), ends[0], ends[1]),
                        Scale.linear(surface.name(1), ends[2], ends[3]))
                .behind(levels::paint);
        for (int i = 0; i < ways.size(); i++) {
            var label = Words.of("contour.rate", Numbers.brief(learning[i], 3));
            chart.add(new Curve(
                    label, coordinates(ways.get(i), 0), coordinates(ways.get(i), 1), Look.of(i), Curve.Parts.STEPS));
        }
        chart.note(surface.start(0), surface.start(1), Words.of("contour.start"));
        var sketch = new Sketch();
        chart.draw(sketch, 0, 0, WIDTH, HEIGHT);

        var notes = new ArrayList<String>();
        var tables = new ArrayList<NumberTable>();
        for (int i = 0; i < ways.size(); i++) {
            notes.add(note(ways.get(i), learning[i], ends));
            tables.add(table(ways.get(i), learning[i], surface, name));
        }
        notes.add(Words.of(
                "contour.lines",
                name,
                Arrays.stream(levels.lines()).mapToObj(v -> Numbers.brief(v, 3)).collect(Collectors.joining(", "))));
        return new Figure(sketch.drawing(WIDTH, HEIGHT, title), notes, tables);
    }

    private static double[] coordinates(DescentPath way, int i) {
        return way.points().stream().mapToDouble(p -> p.position().get(i)).toArray();
    }

    private static String note(DescentPath way, double rate, double[] ends) {
        var points = way.points();
        var first = Numbers.brief(points.get(0).loss(), 4);
        var last = Numbers.brief(points.get(points.size() - 1).loss(), 4);
        for (int k = 0; k < points.size(); k++) {
            double x = points.get(k).position().get(0);
            double y = points.get(k).position().get(1);
            if (!(x >= ends[0] && x <= ends[1] && y >= ends[2] && y <= ends[3])) {
                return Words.of("contour.leaves", Numbers.brief(rate, 3), first, last, points.size() - 1, k);
            }
        }
        return Words.of("contour.way", Numbers.brief(rate, 3), first, last, points.size() - 1);
    }

    private static NumberTable table(DescentPath way, double rate, Surface surface, String loss) {
        var rows = new ArrayList<List<String>>();
        for (int k = 0; k < way.points().size() && k <= 40; k++) {
            var point = way.points().get(k);
            rows.add(List.of(
                    Integer.toString(k),
                    Numbers.brief(point.position().get(0), 6),
                    Numbers.brief(point.position().get(1), 6),
                    Numbers.brief(point.loss(), 6)));
        }
        return new NumberTable(
                Words.of("contour.steps", Numbers.brief(rate, 3)),
                List.of(Words.of("contour.step"), surface.name(0), surface.name(1), loss),
                rows);
    }

    /** By the curvature at the start; three powers of ten where there is none to go by. */
    private static double[] chosen(Surface surface) {
        double curvature = curvature(surface);
        return curvature > 0
                ? new double[] {0.1 / curvature, 1 / curvature, 2.1 / curvature}
                : new double[] {0.01, 0.1, 1};
    }

    private static double curvature(Surface surface) {
        try {
            var hessian =
                    Derivatives.hessian(surface.run(), surface.parameters().toArray(Node[]::new));
            double half = (hessian.at(0, 0) + hessian.at(1, 1)) / 2;
            double apart = (hessian.at(0, 0) - hessian.at(1, 1)) / 2;
            double largest = half + Math.hypot(apart, hessian.at(0, 1));
            return Double.isFinite(largest) && largest > 1e-9 ? largest : 0;
        } catch (IllegalArgumentException | UnsupportedOperationException linearOrOwnFunction) {
            return 0;
        }
    }

    /** What holds the ways, but for one that runs away, and a margin. */
    private static double[] around(List<DescentPath> ways) {
        var ends = new double[4];
        for (int i = 0; i < 2; i++) {
            int axis = i;
            double[] all = ways.stream()
                    .flatMapToDouble(
                            way -> Arrays.stream(coordinates(way, axis)).limit(calm(way) ? Long.MAX_VALUE : 1))
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            ends[2 * i] = all[0];
            ends[2 * i + 1] = all[all.length - 1];
        }
        double span = Math.max(ends[1] - ends[0], ends[3] - ends[2]);
        span = span > 0 ? span : 1;
        for (int i = 0; i < 4; i += 2) {
            double room = Math.max(0.4 * (ends[i + 1] - ends[i]), 0.3 * span);
            ends[i] -= room;
            ends[i + 1] += room;
        }
        return ends;
    }

    private static boolean calm(DescentPath way) {
        var points = way.points();
        return points.get(points.size() - 1).loss() <= points.get(0).loss();
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

    /** The ways in numbers. */
    @Override
    public String toString() {
        return text();
    }
}
