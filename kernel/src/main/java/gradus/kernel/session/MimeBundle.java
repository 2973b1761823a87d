package gradus.kernel.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in several representations, from which a frontend chooses.
 *
 * @param data MIME type to content; binary types in base 64; {@code text/plain} is always there
 * @param metadata MIME type to what a frontend should know of that content, such as the size to show an image at
 */
public record MimeBundle(Map<String, String> data, Map<String, Map<String, Integer>> metadata) {

    public static final String TEXT = "text/plain";
    public static final String HTML = "text/html";
    public static final String LATEX = "text/latex";
    public static final String PNG = "image/png";

    public MimeBundle {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    public static MimeBundle text(String text) {
        return new MimeBundle(Map.of(TEXT, text), Map.of());
    }

    /** The same value with one representation more. */
    public MimeBundle with(String mimeType, String content) {
        var more = new LinkedHashMap<>(data);
        more.put(mimeType, content);
        return new MimeBundle(more, metadata);
    }

    /** The same value with the size in CSS pixels at which to show one of its images. */
    public MimeBundle sized(String mimeType, int width, int height) {
        var more = new LinkedHashMap<>(metadata);
        more.put(mimeType, Map.of("width", width, "height", height));
        return new MimeBundle(data, more);
    }

    public String text() {
        return data.getOrDefault(TEXT, "");
    }
}
