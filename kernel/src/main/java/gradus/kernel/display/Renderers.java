package gradus.kernel.display;

import gradus.autograd.Node;
import gradus.kernel.session.Grading;
import gradus.kernel.session.MimeBundle;
import gradus.render.Derivation;
import gradus.render.Picture;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** The catalogue of what is shown how. The first line that takes a value shows it; what no line takes is text. */
public final class Renderers {

    private static final int LONGEST_LINE = 80;

    private static final List<Renderer<?>> ALL = List.of(
            new Renderer<>(MimeBundle.class, bundle -> bundle),
            new Renderer<>(Picture.class, Images::picture),
            new Renderer<>(Node.class, Nodes::node),
            new Renderer<>(Derivation.class, Nodes::derivation),
            new Renderer<>(JFreeChart.class, Images::chart),
            new Renderer<>(BufferedImage.class, Images::image),
            new Renderer<>(Object.class, Tables::of));

    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class);

    /** Those of the cells; the one that was registered last is asked first. */
    private static final List<Renderer<?>> REGISTERED = new CopyOnWriteArrayList<>();

    private Renderers() {}

    private record Renderer<T>(Class<T> type, Function<? super T, @Nullable MimeBundle> function) {

        @Nullable
        MimeBundle tryOn(Object value) {
            return type.isInstance(value) ? function.apply(type.cast(value)) : null;
        }
    }

    /**
     * Shows values of a class in a way of your own, until {@code %reset}; a later registration wins.
     *
     * <pre>{@code
     * record Money(int cents) {}
     * Renderers.register(Money.class, m -> "<b>" + m.cents() / 100.0 + " €</b>");
     * new Money(250)
     * }</pre>
     *
     * @param type the class, or an interface of the values
     * @param how gives HTML as a string, or anything else that can be shown: a picture, an image, a chart, a {@link
     *     MimeBundle}; null leaves the value to the other renderers
     */
    public static <T> void register(Class<T> type, Function<? super T, ? extends @Nullable Object> how) {
        REGISTERED.add(0, new Renderer<>(type, value -> {
            Object shown = how.apply(value);
            if (shown instanceof CharSequence html) {
                return MimeBundle.text(Text.of(value)).with(MimeBundle.HTML, html.toString());
            }
            return shown == null || shown.equals(value) ? null : render(shown);
        }));
    }

    /** Forgets what the cells have registered. */
    public static void reset() {
        REGISTERED.clear();
    }

    /** Whether showing a value runs nothing that a cell has written, and so ends by itself. */
    public static boolean runNoCellCode(@Nullable Object value) {
        return REGISTERED.isEmpty() && (value == null || PLAIN.contains(value.getClass()));
    }

    /** The bundle of a value. Never fails: a value that cannot be shown is described, with the reason. */
    public static MimeBundle render(@Nullable Object value) {
        if (value == null) {
            return MimeBundle.text("null");
        }
        try {
            // nbgrader takes a number for points, and reads them from its text.
            boolean arePoints = Grading.isOn() && value instanceof Number;
            MimeBundle bundle = arePoints ? null : first(REGISTERED, value);
            if (bundle == null) {
                bundle = first(ALL, value);
            }
            return bundle == null ? MimeBundle.text(Text.of(value)) : bundle;
        } catch (RuntimeException | StackOverflowError e) {
            return MimeBundle.text(Text.failed(value, e));
        }
    }

    private static @Nullable MimeBundle first(List<Renderer<?>> renderers, Object value) {
        for (Renderer<?> each : renderers) {
            MimeBundle bundle = each.tryOn(value);
            if (bundle != null) {
                return bundle;
            }
        }
        return null;
    }

    /** A value in one short line. */
    public static String line(@Nullable Object value) {
        String text = value instanceof CharSequence words
                ? "\"" + words + "\""
                : render(value).text();
        String line =
                Text.shortened(text, 100 * LONGEST_LINE).replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST_LINE) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
    }
}
