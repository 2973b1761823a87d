package gradus.kernel.display;

import java.lang.reflect.Array;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A value as plain text. */
final class Text {

    private static final int MOST_ELEMENTS = 100;
    private static final int MOST_CHARACTERS = 20_000;

    private Text() {}

    static String of(@Nullable Object value) {
        if (value != null && value.getClass().isArray()) {
            var joiner = new StringJoiner(", ", "[", "]");
            int length = Array.getLength(value);
            for (int i = 0; i < Math.min(length, MOST_ELEMENTS); i++) {
                joiner.add(of(Array.get(value, i)));
            }
            return joiner.toString();
        }
        String text = String.valueOf(value);
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text;
    }
}
