package gradus.render.scene;

import java.awt.geom.PathIterator;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a scene as SVG. The writer of the JDK does the escaping, so that no label can break out of its place. */
final class SvgPainter implements Mark.Painter {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String[] COMMANDS = {"M", "L", "Q", "C", "Z"};
    private static final int[] COORDINATES = {2, 2, 4, 6, 0};

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    SvgPainter() {
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
        element("style", Ink.styleSheet());
        paint(scene.marks());
        end();
        return text.toString();
    }

    private void paint(List<Mark> marks) {
        marks.forEach(mark -> mark.paint(this));
    }

    @Override
    public void box(Mark.Box b) {
        start("rect");
        attributes("class", b.ink().css(), "x", number(b.x()), "y", number(b.y()));
        attributes("width", number(b.width()), "height", number(b.height()), "rx", number(b.radius()));
        end();
    }

    @Override
    public void path(Mark.Path p) {
        start("path");
        attributes("class", p.ink().css(), "d", data(p.outline().getPathIterator(null)));
        end();
    }

    @Override
    public void label(Mark.Label l) {
        start("text");
        attributes("class", l.ink().css(), "x", number(l.x()), "y", number(l.y()));
        if (l.anchor() == Mark.Anchor.MIDDLE) {
            attributes("text-anchor", "middle");
        }
        characters(Glyphs.clean(l.text()));
        end();
    }

    @Override
    public void group(Mark.Group g) {
        start("g");
        attributes("data-" + g.kind(), g.id());
        if (!g.mood().css().isEmpty()) {
            attributes("class", g.mood().css());
        }
        if (!g.title().isEmpty()) {
            element("title", Glyphs.clean(g.title()));
        }
        paint(g.marks());
        end();
    }

    private static String data(PathIterator pieces) {
        var d = new StringBuilder();
        var at = new double[6];
        for (; !pieces.isDone(); pieces.next()) {
            int kind = pieces.currentSegment(at);
            d.append(COMMANDS[kind]);
            for (int i = 0; i < COORDINATES[kind]; i++) {
                d.append(i == 0 ? "" : " ").append(number(at[i]));
            }
        }
        return d.toString();
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
