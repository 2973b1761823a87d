package gradus.kernel.display;

import gradus.kernel.session.CellOutput;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Outputs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every cell can call without an import. */
public final class Display {

    private static volatile @Nullable String lastId;

    private Display() {}

    /**
     * Shows a value under the cell now, before the cell has ended; once for each call.
     *
     * <pre>{@code
     * String id = display("not yet");
     * updateDisplay(id, "done");
     * }</pre>
     *
     * @return an id, by which {@link #updateDisplay} replaces what is shown
     */
    public static String display(@Nullable Object value) {
        return show(Renderers.render(value));
    }

    /** Shows a value in the given representations; see {@link #render(Object, String...)}. */
    public static String display(@Nullable Object value, String... mimeTypes) {
        return show(render(value, mimeTypes));
    }

    /** Shows a bundle as it is. */
    public static String show(MimeBundle bundle) {
        String id = UUID.randomUUID().toString();
        CellOutput output = Outputs.current();
        if (output != null) {
            output.show(bundle, id);
        }
        lastId = id;
        return id;
    }

    /** Puts a value in the place of one that {@link #display} has shown, in this cell or an earlier one. */
    public static void updateDisplay(String id, @Nullable Object value) {
        update(id, Renderers.render(value));
    }

    /** Puts a value in the place of another, in the given representations. */
    public static void updateDisplay(String id, @Nullable Object value, String... mimeTypes) {
        update(id, render(value, mimeTypes));
    }

    static void update(String id, MimeBundle bundle) {
        CellOutput output = Outputs.current();
        if (output != null) {
            output.update(bundle, id);
        }
    }

    /** A value as a frontend would get it. */
    public static MimeBundle render(@Nullable Object value) {
        return Renderers.render(value);
    }

    /**
     * A value in the given representations: text stands for itself, such as {@code render("<b>1</b>", "text/html")}; of
     * another value, those that it has.
     *
     * @param mimeTypes such as {@code text/html}, {@code image/png}
     */
    public static MimeBundle render(@Nullable Object value, String... mimeTypes) {
        if (mimeTypes.length == 0) {
            return Renderers.render(value);
        }
        var chosen = new LinkedHashMap<String, String>();
        if (value instanceof CharSequence text) {
            chosen.put(MimeBundle.TEXT, Text.shortened(text.toString()));
            for (String each : mimeTypes) {
                chosen.put(each, text.toString());
            }
            return new MimeBundle(chosen, Map.of());
        }
        MimeBundle whole = Renderers.render(value);
        chosen.put(MimeBundle.TEXT, whole.text());
        for (String each : mimeTypes) {
            String content = whole.data().get(each);
            if (content != null) {
                chosen.put(each, content);
            }
        }
        return new MimeBundle(chosen, whole.metadata());
    }

    /** Clears the output of the cell now. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /** Clears the output of the cell; if {@code wait}, when there is something new to show. */
    public static void clearOutput(boolean wait) {
        CellOutput output = Outputs.current();
        if (output != null) {
            output.clear(wait);
        }
    }

    /** Whether this is the id that {@link #display} gave last: a cell that ends with a call of it has no value. */
    @SuppressWarnings("ReferenceEquality") // another string that reads the same is a value
    public static boolean isLastId(@Nullable Object value) {
        return value != null && value == lastId;
    }
}
