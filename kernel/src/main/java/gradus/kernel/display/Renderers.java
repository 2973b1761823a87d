package gradus.kernel.display;

import gradus.autograd.Node;
import gradus.kernel.session.MimeBundle;
import gradus.render.Picture;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** The catalogue of what is shown how. The first line that takes a value shows it; what no line takes is text. */
public final class Renderers {

    private static final List<Renderer<?>> ALL = List.of(
            new Renderer<>(MimeBundle.class, bundle -> bundle),
            new Renderer<>(Picture.class, Images::picture),
            new Renderer<>(Node.class, Nodes::node),
            new Renderer<>(JFreeChart.class, Images::chart),
            new Renderer<>(BufferedImage.class, Images::image));

    private Renderers() {}

    private record Renderer<T>(Class<T> type, Function<T, MimeBundle> function) {

        @Nullable
        MimeBundle tryOn(Object value) {
            return type.isInstance(value) ? function.apply(type.cast(value)) : null;
        }
    }

    /** The bundle of a value. Never fails: a value that cannot be shown is described, with the reason. */
    public static MimeBundle render(@Nullable Object value) {
        if (value == null) {
            return MimeBundle.text("null");
        }
        try {
            for (Renderer<?> each : ALL) {
                MimeBundle bundle = each.tryOn(value);
                if (bundle != null) {
                    return bundle;
                }
            }
            return MimeBundle.text(Text.of(value));
        } catch (RuntimeException | StackOverflowError e) {
            return MimeBundle.text(Text.failed(value, e));
        }
    }
}
