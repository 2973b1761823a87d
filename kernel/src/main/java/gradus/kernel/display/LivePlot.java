package gradus.kernel.display;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Outputs;
import gradus.render.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A chart that grows while a cell runs, drawn again in its place at most twice a second, and seldom enough that drawing
 * takes a small part of the time.
 *
 * <pre>{@code
 * var plot = LivePlot.of("loss", "accuracy");
 * for (int epoch = 0; epoch < 100; epoch++) {
 *     plot.add(1.0 / (epoch + 1), 1 - 1.0 / (epoch + 1));
 * }
 * }</pre>
 *
 * <p>It may be added to in several cells. {@link #watch} draws lists that something else fills.
 */
public final class LivePlot {

    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** Of the time, drawing takes one part of so many. */
    private static final int SHARE = 8;

    /** More places than a chart has pixels show nothing more. */
    private static final int MOST_POINTS = 2_000;

    private final UnaryOperator<Plot> style;
    private final Supplier<Map<String, ?>> numbers;
    private final Map<String, List<Double>> added = new LinkedHashMap<>();
    private @Nullable String id;
    private long nextNanos;
    private boolean isDrawn = true;
    private boolean hasEnd;

    private LivePlot(List<String> names, UnaryOperator<Plot> style) {
        names.forEach(each -> added.put(each, new ArrayList<>()));
        this.style = style;
        this.numbers = () -> added;
        if (added.isEmpty() || added.size() < names.size()) {
            throw new IllegalArgumentException(
                    "a live plot has one name or more for its lines, all different, not " + names);
        }
    }

    private LivePlot(Supplier<Map<String, ?>> numbers, UnaryOperator<Plot> style) {
        this.style = style;
        this.numbers = numbers;
    }

    /** A chart with a line for each name. */
    public static LivePlot of(String... names) {
        return new LivePlot(Arrays.asList(names), plot -> plot);
    }

    /**
     * The same chart in another style, such as {@code plot -> plot.log().x("epoch")}; to be called before the first number
     * is added.
     */
    public LivePlot styled(UnaryOperator<Plot> other) {
        return new LivePlot(List.copyOf(added.keySet()), other);
    }

    /**
     * Adds a number to each line.
     *
     * @throws IllegalArgumentException if there are more or fewer numbers than lines
     */
    public synchronized void add(double... values) {
        if (values.length != added.size()) {
            throw new IllegalArgumentException(
                    "the plot has the lines " + added.keySet() + " and needs a number for each, not " + values.length);
        }
        int i = 0;
        for (List<Double> each : added.values()) {
            each.add(values[i++]);
        }
        isDrawn = false;
        if (!hasEnd) {
            hasEnd = true;
            Outputs.atEnd(this::finish);
        }
        if (System.nanoTime() >= nextNanos) {
            draw();
        }
    }

    /**
     * Draws lists again and again until the cell ends, while it fills them.
     *
     * @param series name to a list, an array, or what else {@link Plot#of(String, Object)} takes; may be empty at first
     */
    public static void watch(Map<String, ?> series, UnaryOperator<Plot> style) {
        var copy = new LinkedHashMap<String, Object>(series);
        var plot = new LivePlot(() -> copies(copy), style);
        plot.draw();
        var timer = new Thread(plot::drawAgain, "gradus-live-plot");
        timer.setDaemon(true);
        timer.start();
        Outputs.atEnd(() -> {
            timer.interrupt();
            plot.finish();
        });
    }

    private void drawAgain() {
        try {
            while (true) {
                Thread.sleep(TimeUnit.NANOSECONDS.toMillis(Math.max(REDRAW_NANOS, nextNanos - System.nanoTime())));
                draw();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the cell has ended
        }
    }

    private synchronized void finish() {
        hasEnd = false;
        if (!isDrawn || added.isEmpty()) {
            draw();
        }
    }

    private synchronized void draw() {
        long start = System.nanoTime();
        MimeBundle bundle;
        try {
            bundle = bundle();
        } catch (RuntimeException e) {
            return; // the cell was just changing the list: the next drawing has it whole
        }
        if (id == null) {
            id = Display.show(bundle);
        } else {
            Display.update(id, bundle);
        }
        isDrawn = true;
        long end = System.nanoTime();
        nextNanos = end + Math.max(REDRAW_NANOS, SHARE * (end - start));
    }

    private MimeBundle bundle() {
        Plot plot = null;
        Map<String, ?> now = numbers.get();
        for (Map.Entry<String, ?> each : now.entrySet()) {
            Object series = each.getValue();
            boolean isEmpty = series instanceof Collection<?> all && all.isEmpty();
            if (isEmpty) {
                continue;
            }
            if (series instanceof List<?> list && list.size() > MOST_POINTS && list.get(0) instanceof Number) {
                double[][] thinned = thinned(list);
                plot = plot == null
                        ? Plot.of(each.getKey(), thinned[0], thinned[1])
                        : plot.and(each.getKey(), thinned[0], thinned[1]);
            } else {
                plot = plot == null ? Plot.of(each.getKey(), series) : plot.and(each.getKey(), series);
            }
        }
        return plot == null
                ? MimeBundle.text(String.join(", ", now.keySet()) + ": no number yet")
                : Renderers.render(style.apply(plot));
    }

    /** Evenly spaced places of a long series, the first and the last among them. */
    private static double[][] thinned(List<?> series) {
        var x = new double[MOST_POINTS];
        var y = new double[MOST_POINTS];
        for (int i = 0; i < MOST_POINTS; i++) {
            int at = (int) Math.round((double) i * (series.size() - 1) / (MOST_POINTS - 1));
            x[i] = at;
            y[i] = ((Number) Objects.requireNonNull(series.get(at))).doubleValue();
        }
        return new double[][] {x, y};
    }

    /** What the lists hold now; the cell goes on filling them. */
    private static Map<String, ?> copies(Map<String, Object> series) {
        var copies = new LinkedHashMap<String, Object>();
        series.forEach((name, each) ->
                copies.put(name, each instanceof Collection<?> all ? Arrays.asList(all.toArray()) : each));
        return copies;
    }
}
