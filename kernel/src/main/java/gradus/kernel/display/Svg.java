package gradus.kernel.display;

import gradus.kernel.session.MimeBundle;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** An SVG drawing, as a notebook keeps it best. */
public final class Svg {

    private Svg() {}

    /**
     * The drawing as an image in HTML: so it is shown in a notebook that is not trusted, where an {@code <svg>} is stripped,
     * and a PDF can be made of the notebook, which an {@code image/svg+xml} prevents where Inkscape is missing.
     *
     * @throws IllegalArgumentException if the text holds no {@code <svg>}
     */
    public static MimeBundle bundle(String svg) {
        if (!svg.toLowerCase(Locale.ROOT).contains("<svg")) {
            throw new IllegalArgumentException("there is no <svg …> in the text");
        }
        String whole =
                svg.contains("xmlns=") ? svg : svg.replaceFirst("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"");
        String base64 = Base64.getEncoder().encodeToString(whole.strip().getBytes(StandardCharsets.UTF_8));
        return MimeBundle.text(svg)
                .with(MimeBundle.HTML, "<img alt=\"SVG drawing\" src=\"data:image/svg+xml;base64," + base64 + "\">");
    }
}
