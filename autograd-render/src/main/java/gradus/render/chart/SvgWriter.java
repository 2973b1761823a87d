package gradus.render.chart;

import gradus.render.scene.Glyphs;
import gradus.render.scene.Svg;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a drawing as SVG. A style is a class whose name tells it, so that drawings that meet in a page agree on what a name
 * means; neighbours in the same style become one path.
 */
final class SvgWriter implements Piece.Painter {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final Map<String, String> rules = new TreeMap<>();
    private String pending = "";
    private final StringBuilder path = new StringBuilder();

    SvgWriter() {
        try {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    String write(Drawing drawing) {
        try {
            var w = Svg.number(drawing.width());
            var h = Svg.number(drawing.height());
            xml.writeStartElement("svg");
            attributes("xmlns", "http://www.w3.org/2000/svg", "class", "gradus-graph", "viewBox", "0 0 " + w + " " + h);
            attributes("width", w, "height", h, "role", "img", "aria-label", Glyphs.clean(drawing.title()));
            // Where scripts and themes are stripped, dark letters need a light ground of their own.
            var card = new Rectangle2D.Double(0, 0, drawing.width(), drawing.height());
            area(new Piece.Area(new Path2D.Double(card), Hue.CARD.light()));
            drawing.paint(this);
            flush();
            xml.writeStartElement("style");
            xml.writeCharacters(css());
            xml.writeEndElement();
            xml.writeEndElement();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private String css() {
        var css = new StringBuilder(".gradus-graph{").append(Hue.variables(false));
        css.append("font-family:").append(Svg.FONT).append('}');
        rules.forEach((name, rule) ->
                css.append('.').append(name).append('{').append(rule).append('}'));
        return css.toString();
    }

    @Override
    public void area(Piece.Area area) {
        var paint = paint("fill", area.colour());
        add("gc-a" + name(area.colour()), paint, Svg.path(area.shape()));
    }

    @Override
    public void line(Piece.Line line) {
        var width = Svg.number(line.width());
        var rule = "fill:none;" + paint("stroke", line.colour()) + ";stroke-linejoin:round;stroke-width:" + width
                + (line.dashes().isEmpty() ? "" : ";stroke-dasharray:" + line.dashes());
        var name = "gc-l" + name(line.colour()) + "-" + width.replace('.', '_') + "-"
                + line.dashes().replace(' ', '_');
        add(name, rule, Svg.path(line.shape()));
    }

    @Override
    public void letters(Piece.Letters l) {
        flush();
        var letter = l.letter();
        var name = "gc-t" + name(l.colour()) + "-" + letter.getSize() + (letter.isBold() ? "b" : "")
                + (letter.isItalic() ? "i" : "");
        rules.put(
                name,
                paint("fill", l.colour()) + ";font-size:" + letter.getSize() + "px"
                        + (letter.isBold() ? ";font-weight:600" : "")
                        + (letter.isItalic() ? ";font-style:italic" : ""));
        try {
            xml.writeStartElement("text");
            attributes("class", name, "x", Svg.number(l.x()), "y", Svg.number(l.y()));
            if (letter.anchor() != Letter.Anchor.START) {
                attributes("text-anchor", letter.anchor() == Letter.Anchor.MIDDLE ? "middle" : "end");
            }
            xml.writeCharacters(Glyphs.clean(l.text()));
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is half transparent is not joined: where two parts overlap they are seen to. */
    private void add(String name, String rule, String data) {
        if (!name.equals(pending) || rule.contains("opacity")) {
            flush();
        }
        rules.put(name, rule);
        pending = name;
        path.append(data);
    }

    private void flush() {
        if (path.isEmpty()) {
            return;
        }
        try {
            xml.writeEmptyElement("path");
            attributes("class", pending, "d", path.toString());
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        path.setLength(0);
    }

    private static String paint(String property, Color colour) {
        var hue = Hue.of(colour);
        var plain = hue == null ? String.format("#%06x", colour.getRGB() & 0xFFFFFF) : hue.css();
        return property + ":" + plain
                + (colour.getAlpha() == 255 ? "" : ";" + property + "-opacity:" + percent(colour) + "%");
    }

    private static String name(Color colour) {
        var hue = Hue.of(colour);
        var plain = hue == null ? String.format("%06x", colour.getRGB() & 0xFFFFFF) : hue.key();
        return plain + (colour.getAlpha() == 255 ? "" : "-" + percent(colour));
    }

    private static long percent(Color colour) {
        return Math.round(colour.getAlpha() / 2.55);
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }
}
