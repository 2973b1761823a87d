package gradus.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A notice: a mark and a title, sentences, a table, and a drawing below.
 *
 * @param mark a sign such as ✓; empty for none
 * @param title set in bold letters
 * @param sentences one paragraph each
 * @param table rows of cells, the head first; empty for none
 * @param drawings what is shown below, each as it is
 */
public record Card(
        String mark, String title, List<String> sentences, List<List<String>> table, List<? extends Picture> drawings)
        implements Picture {

    /** A line of an image that is longer goes on in the next. */
    private static final int LONGEST = 90;

    public Card {
        sentences = List.copyOf(sentences);
        table = table.stream().map(List::copyOf).toList();
        drawings = List.copyOf(drawings);
    }

    @Override
    public String html() {
        return Html.fill(
                "card.html",
                Map.of(
                        "mark",
                        mark,
                        "title",
                        title,
                        "sentences",
                        sentences,
                        "head",
                        table.isEmpty() ? List.of() : table.get(0),
                        "hasTable",
                        !table.isEmpty(),
                        "rows",
                        table.isEmpty() ? List.of() : table.subList(1, table.size()),
                        "drawings",
                        drawings.stream().map(Picture::html).toList()));
    }

    @Override
    public byte[] png() {
        var lines = new ArrayList<String>();
        text(false).lines().forEach(line -> wrap(line, lines));
        return new TextPicture(lines).png();
    }

    private static void wrap(String line, List<String> lines) {
        String rest = line;
        while (rest.length() > LONGEST) {
            int blank = rest.lastIndexOf(' ', LONGEST);
            int end = blank > 0 ? blank : LONGEST;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
    }

    @Override
    public String text() {
        return text(true);
    }

    private String text(boolean withDrawings) {
        var text = new StringBuilder((mark + " " + title).strip()).append('\n');
        sentences.forEach(each -> text.append(each).append('\n'));
        int columns = table.isEmpty() ? 0 : table.get(0).size();
        for (var row : table) {
            for (int i = 0; i < columns; i++) {
                int column = i;
                int width = table.stream()
                        .mapToInt(each -> each.get(column).length())
                        .max()
                        .orElse(0);
                text.append("  ")
                        .append(row.get(i))
                        .append(" ".repeat(width - row.get(i).length()));
            }
            text.setLength(text.toString().stripTrailing().length());
            text.append('\n');
        }
        if (withDrawings) {
            drawings.forEach(each -> text.append('\n').append(each.text()));
        }
        return text.toString();
    }
}
