package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.render.Plot;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %plot losses}: {@link Plot#of(String, Object)}. */
@Command(name = "%plot", description = "Draws series of numbers, or of pairs, as lines or points.", sortOptions = false)
final class PlotMagic extends Magic {

    @Parameters(
            arity = "1..*",
            paramLabel = "SERIES",
            description = "numbers: double[], List, vector; pairs: double[][], n×2 Tensor; or a Map of such by name")
    List<String> series = List.of();

    @Option(names = "--log", description = "equal heights for equal factors")
    boolean log;

    @Option(names = "--loglog", description = "the same across too")
    boolean logLog;

    @Option(names = "--points", description = "points that are not joined")
    boolean points;

    @Option(names = "--title", paramLabel = "TEXT", description = "what stands above")
    String title = "";

    @Option(names = "--x", paramLabel = "TEXT", description = "what the horizontal axis measures")
    String x = "";

    @Option(names = "--y", paramLabel = "TEXT", description = "what the vertical axis measures")
    String y = "";

    @Override
    public Plot run(Session session) throws CellFailure {
        Plot plot = null;
        for (var expression : series) {
            var value = session.eval(expression);
            if (value == null) {
                throw new IllegalArgumentException(
                        expression + " is null, or has no value, and a plot needs numbers, such as double[]");
            }
            if (value instanceof Map<?, ?> named) {
                for (var each : named.entrySet()) {
                    plot = with(plot, String.valueOf(each.getKey()), each.getValue());
                }
            } else {
                plot = with(plot, expression, value);
            }
        }
        if (plot == null) {
            throw new IllegalArgumentException(series.get(0) + " is empty: put a series into it, then plot it");
        }
        plot = logLog ? plot.logLog() : log ? plot.log() : plot;
        return (points ? plot.asPoints() : plot).title(title).x(x).y(y);
    }

    private static Plot with(@org.jspecify.annotations.Nullable Plot plot, String name, Object series) {
        return plot == null ? Plot.of(name, series) : plot.and(name, series);
    }

    @Override
    public String preparation() {
        return "double[] losses = {9, 3, 1, 0.5};";
    }

    @Override
    public String example() {
        return "%plot losses --log --x epoch";
    }
}
