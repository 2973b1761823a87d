package gradus.kernel.display;

import gradus.kernel.session.MimeBundle;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The catalogue of what is shown how. The first line that takes a value shows it. */
public final class Renderers {

    private static final List<Renderer<?>> ALL =
            List.of(new Renderer<>(Object.class, v -> MimeBundle.text(Text.of(v))));

    private Renderers() {}

    private record Renderer<T>(Class<T> type, Function<T, MimeBundle> function) {

        @Nullable
        MimeBundle tryOn(Object value) {
            return type.isInstance(value) ? function.apply(type.cast(value)) : null;
        }
    }

    public static MimeBundle render(@Nullable Object value) {
        if (value == null) {
            return MimeBundle.text("null");
        }
        for (Renderer<?> each : ALL) {
            MimeBundle bundle = each.tryOn(value);
            if (bundle != null) {
                return bundle;
            }
        }
        return MimeBundle.text(Text.of(value));
    }
}
