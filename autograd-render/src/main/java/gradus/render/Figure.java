package gradus.render;

import gradus.render.chart.Drawing;
import gradus.render.chart.Hue;
import java.util.List;
import java.util.Map;

/**
 * A drawing with what must be said of it and the table of its numbers.
 *
 * @param notes remarks under the drawing, each a sentence; may be empty
 * @param tables its numbers, folded away where there is a drawing to see
 */
record Figure(Drawing drawing, List<String> notes, List<NumberTable> tables) implements Picture {

    Figure {
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
    }

    /** The drawing alone. */
    String svg() {
        return drawing.svg();
    }

    @Override
    public String html() {
        return Html.fill(
                "figure.html",
                Map.of(
                        "image", Html.base64(drawing.svg()),
                        "alt", Html.attribute(drawing.title()),
                        "notes", notes,
                        "tables", tables.stream().map(NumberTable::context).toList(),
                        "light", Hue.variables(false),
                        "dark", Hue.variables(true)));
    }

    @Override
    public byte[] png() {
        return drawing.png();
    }

    @Override
    public String text() {
        var text = new StringBuilder(drawing.title()).append('\n');
        notes.forEach(note -> text.append(note).append('\n'));
        tables.forEach(table -> text.append('\n').append(table.text()));
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
