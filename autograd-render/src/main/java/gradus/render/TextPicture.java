package gradus.render;

import gradus.render.scene.Glyphs;
import gradus.render.scene.Ink;
import gradus.render.scene.Mark;
import gradus.render.scene.Mark.Anchor;
import gradus.render.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lines of text as a picture. */
record TextPicture(List<String> lines) implements Picture {

    private static final double LEADING = 24;
    private static final double MARGIN = 16;

    TextPicture {
        lines = List.copyOf(lines);
    }

    @Override
    public String html() {
        return Html.fill("text.html", Map.of("text", text()));
    }

    @Override
    public byte[] png() {
        double widest = lines.stream()
                .mapToDouble(l -> Glyphs.width(l, Ink.PROSE))
                .max()
                .orElse(0);
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < lines.size(); i++) {
            marks.add(new Mark.Label(MARGIN, MARGIN + LEADING * (i + 0.7), lines.get(i), Anchor.START, Ink.PROSE));
        }
        return new Scene(widest + 2 * MARGIN, LEADING * lines.size() + 2 * MARGIN, "", marks).png();
    }

    @Override
    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
