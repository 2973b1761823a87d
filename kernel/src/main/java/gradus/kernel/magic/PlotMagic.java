package gradus.kernel.magic;

import gradus.kernel.display.LivePlot;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.render.Plot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %plot losses}: {@link Plot#of(Map)}; while the series grows, {@link LivePlot#watch}. */
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

    @Option(names = "--live", description = "drawn again while the rest of the cell fills the series")
    boolean live;

    @Override
    public @Nullable Plot run(Session session) throws CellFailure {
        var named = new LinkedHashMap<String, Object>();
        for (var expression : series) {
            var value = session.eval(expression);
            if (value == null) {
                throw new IllegalArgumentException(
                        expression + " is null, or has no value, and a plot needs numbers, such as double[]");
            }
            if (value instanceof Map<?, ?> map) {
                map.forEach((name, each) -> named.put(String.valueOf(name), each));
            } else {
                named.put(expression, value);
            }
        }
        if (live) {
            LivePlot.watch(named, this::styled);
            return null;
        }
        if (named.isEmpty()) {
            throw new IllegalArgumentException(series.get(0) + " is empty: put a series into it, then plot it");
        }
        return styled(Plot.of(named));
    }

    private Plot styled(Plot plot) {
        Plot scaled = logLog ? plot.logLog() : log ? plot.log() : plot;
        return (points ? scaled.asPoints() : scaled).title(title).x(x).y(y);
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
