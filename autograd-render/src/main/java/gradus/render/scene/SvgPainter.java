package gradus.render.scene;

import java.awt.geom.PathIterator;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a scene as SVG. The writer of the JDK does the escaping, so that no label can break out of its place. */
final class SvgPainter implements Mark.Painter {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String COMMANDS = "mlqcz";
    private static final int[] COORDINATES = {2, 2, 4, 6, 0};

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final boolean still;
    private final StyleSheet style = new StyleSheet();
    private Mood mood = Mood.CALM;

    SvgPainter(boolean still) {
        this.still = still;
        try {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    String paint(Scene scene) {
        var w = number(scene.width());
        var h = number(scene.height());
        start("svg");
        attributes("xmlns", NAMESPACE, "class", "gradus-graph", "viewBox", "0 0 " + w + " " + h);
        attributes("width", w, "height", h, "role", "img", "aria-label", Glyphs.clean(scene.title()));
        paint(scene.marks());
        element("style", style.css());
        end();
        return text.toString();
    }

    private void paint(List<Mark> marks) {
        marks.forEach(mark -> mark.paint(this));
    }

    /** What is not seen now, another mood or another text may bring out. */
    private boolean skip(Ink ink) {
        return still && ink.fill(mood) == null && ink.stroke(mood) == null;
    }

    @Override
    public void box(Mark.Box b) {
        if (skip(b.ink())) {
            return;
        }
        empty("rect");
        attributes("class", css(b.ink()), "x", number(b.x()), "y", number(b.y()));
        attributes("width", number(b.width()), "height", number(b.height()), "rx", number(b.radius()));
    }

    @Override
    public void path(Mark.Path p) {
        if (skip(p.ink())) {
            return;
        }
        empty("path");
        attributes("class", css(p.ink()), "d", data(p.outline().getPathIterator(null)));
    }

    @Override
    public void label(Mark.Label l) {
        if (still && l.text().isEmpty()) {
            return;
        }
        start("text");
        attributes("class", css(l.ink()), "x", number(l.x()), "y", number(l.y()));
        if (l.anchor() == Mark.Anchor.START) {
            attributes("style", "text-anchor:start");
        }
        characters(Glyphs.clean(l.text()));
        end();
    }

    @Override
    public void group(Mark.Group g) {
        var outer = mood;
        mood = g.mood() == Mood.CALM ? outer : g.mood();
        if (still && g.mood() == Mood.CALM) {
            paint(g.marks());
        } else {
            start("g");
            if (!still) {
                attributes("data-" + g.kind(), g.id());
            }
            if (g.mood() != Mood.CALM) {
                attributes("class", g.mood().css());
            }
            if (!still && !g.title().isEmpty()) {
                element("title", g.title().lines().map(Glyphs::clean).collect(Collectors.joining("\n")));
            }
            paint(g.marks());
            end();
        }
        mood = outer;
    }

    private String css(Ink ink) {
        style.use(ink, mood);
        if (!still) {
            style.use(ink, Mood.FORWARD);
            style.use(ink, Mood.BACKWARD);
        }
        return ink.css();
    }

    /** In relative coordinates, which are shorter. */
    static String data(PathIterator pieces) {
        var d = new StringBuilder();
        var at = new double[6];
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        for (; !pieces.isDone(); pieces.next()) {
            int kind = pieces.currentSegment(at);
            d.append(COMMANDS.charAt(kind));
            int n = COORDINATES[kind];
            for (int i = 0; i < n; i++) {
                var number = number(at[i] - (i % 2 == 0 ? x : y));
                d.append(i == 0 || number.startsWith("-") ? "" : " ").append(number);
            }
            if (n > 0) {
                // As written, so that rounding does not add up.
                x = round(x, at[n - 2]);
                y = round(y, at[n - 1]);
            } else {
                // What is closed ends where it began.
                x = startX;
                y = startY;
            }
            if (kind == PathIterator.SEG_MOVETO) {
                startX = x;
                startY = y;
            }
        }
        return d.toString();
    }

    private static double round(double from, double to) {
        return from + Math.round((to - from) * 10) / 10.0;
    }

    /** To a tenth of a pixel, without a trailing zero, whatever the locale. */
    static String number(double x) {
        long tenths = Math.round(x * 10);
        var sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    private void element(String name, String content) {
        start(name);
        characters(content);
        end();
    }

    private void start(String name) {
        write(() -> xml.writeStartElement(name));
    }

    private void empty(String name) {
        write(() -> xml.writeEmptyElement(name));
    }

    private void end() {
        write(xml::writeEndElement);
    }

    private void characters(String content) {
        write(() -> xml.writeCharacters(content));
    }

    private void attributes(String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var name = namesAndValues[i];
            var value = namesAndValues[i + 1];
            write(() -> xml.writeAttribute(name, value));
        }
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
