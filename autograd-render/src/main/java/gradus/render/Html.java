package gradus.render;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import gradus.render.scene.Colour;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Fills the templates that lie beside this class. */
final class Html {

    /** A dollar sign in an element of its own begins no formula for MathJax. */
    private static final String DOLLAR = "<span>$</span>";

    private static final Mustache.Escaper ESCAPED = Escapers.simple(
            new String[] {"&", "&amp;"},
            new String[] {"<", "&lt;"},
            new String[] {">", "&gt;"},
            new String[] {"\"", "&quot;"},
            new String[] {"'", "&#39;"});

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .emptyStringIsFalse(true)
            .withEscaper(text -> ESCAPED.escape(text).replace("$", DOLLAR))
            .withLoader(Html::open);

    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();

    private Html() {}

    /**
     * A template filled in. {@code {{x}}} is escaped for text, with a dollar sign in an element of its own; what goes into
     * an attribute is made by {@link #attribute} and written as {@code {{{x}}}}.
     */
    static String fill(String template, Map<String, ?> context) {
        var all = new HashMap<String, Object>(context);
        all.putIfAbsent("light", Colour.variables(false));
        all.putIfAbsent("dark", Colour.variables(true));
        return TEMPLATES.computeIfAbsent(template, Html::compiled).execute(all);
    }

    static String attribute(String text) {
        return ESCAPED.escape(text);
    }

    static String base64(String svg) {
        return Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static Template compiled(String name) {
        return COMPILER.compile(open(name));
    }

    private static Reader open(String name) {
        var stream = Html.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the template " + name + " is missing from the jar of autograd-render");
        }
        try (stream) {
            return new StringReader(compact(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without indentation and comment lines, which are for the readers of the source. */
    private static String compact(String source) {
        return source.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/*"))
                .collect(Collectors.joining("\n"));
    }
}
