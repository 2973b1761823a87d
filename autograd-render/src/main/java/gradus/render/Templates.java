package gradus.render;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The HTML templates that lie beside this class. What goes into them is escaped unless they say otherwise. */
final class Templates {

    private Templates() {}

    static String render(String name, Object model) {
        return Mustache.compiler().compile(resource(name)).execute(model);
    }

    static String resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
