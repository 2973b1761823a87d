package gradus.render;

import gradus.render.scene.Glyphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The numbers of a picture: what a reader sees who does not see it.
 *
 * @param title what they are
 * @param header one for each column
 * @param rows as long as the header each
 */
record NumberTable(String title, List<String> header, List<List<String>> rows) {

    NumberTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** What a template needs of it. */
    Map<String, Object> context() {
        return Map.of("title", title, "header", header, "rows", rows);
    }

    /** Columns under each other, with two blanks between them. */
    String text() {
        var all = new ArrayList<List<String>>();
        all.add(header);
        all.addAll(rows);
        var widths = new int[header.size()];
        for (var row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return all.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n", title + "\n", "\n"));
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var cell = Glyphs.clean(row.get(i));
            line.append("  ").append(cell).append(" ".repeat(Math.max(0, widths[i] - length(cell))));
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
