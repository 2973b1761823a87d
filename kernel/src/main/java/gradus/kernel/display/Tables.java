package gradus.kernel.display;

import gradus.kernel.session.MimeBundle;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values that are rows and columns: matrices, lists of records, maps. What is long shows its beginning and its end. */
final class Tables {

    private static final int FIRST_ROWS = 20;
    private static final int FIRST_COLUMNS = 12;
    private static final int AT_END = 3;
    private static final int GAP = -1;

    private Tables() {}

    /** A table and the text; null for a value that is no table, a record with a toString of its own among them. */
    static @Nullable MimeBundle of(Object value) {
        String html = null;
        if (value instanceof Object[] || value.getClass().isArray()) {
            html = matrix(value);
        } else if (value instanceof Map<?, ?> map && Text.isOfJdk(value) && !map.isEmpty()) {
            html = map(map);
        } else if (value instanceof Collection<?> all && Text.isOfJdk(value) && !all.isEmpty()) {
            html = records(all);
        } else if (Records.isRecord(value) && Records.hasPlainText(value)) {
            html = record(value);
        }
        return html == null ? null : MimeBundle.text(Text.of(value)).with(MimeBundle.HTML, html);
    }

    /** An array of arrays of numbers, texts and the like; null for another array. */
    private static @Nullable String matrix(Object array) {
        Class<?> row = array.getClass().getComponentType();
        boolean isMatrix = row.isArray() && !row.getComponentType().isArray();
        int height = Array.getLength(array);
        if (!isMatrix || height == 0) {
            return row.isRecord() && height > 0 ? records(List.of((Object[]) array)) : null;
        }
        int width = IntStream.range(0, height)
                .map(i -> Array.get(array, i) == null ? 0 : Array.getLength(Array.get(array, i)))
                .max()
                .orElse(0);
        if (width == 0) {
            return null;
        }
        int[] columns = shown(width, FIRST_COLUMNS);
        var table = new Table(true);
        table.head(IntStream.of(columns).mapToObj(j -> j == GAP ? "⋯" : "" + j).toList());
        for (int i : shown(height, FIRST_ROWS)) {
            Object cells = i == GAP ? null : Array.get(array, i);
            table.row(
                    i == GAP ? "⋮" : "" + i,
                    IntStream.of(columns).mapToObj(j -> cell(cells, i, j)).toList());
        }
        return table.html(row.getComponentType().getSimpleName() + "[" + height + "][" + width + "]");
    }

    private static String cell(@Nullable Object cells, int i, int j) {
        if (i == GAP || j == GAP) {
            return i == GAP ? "⋮" : "⋯";
        }
        boolean isThere = cells != null && j < Array.getLength(cells);
        return isThere ? Renderers.line(Array.get(cells, j)) : "";
    }

    private static @Nullable String records(Collection<?> all) {
        Object first = all.iterator().next();
        if (first == null || !Records.isRecord(first)) {
            return null;
        }
        Class<?> type = first.getClass();
        if (all.stream().limit(FIRST_ROWS + AT_END).anyMatch(each -> each == null || each.getClass() != type)) {
            return null;
        }
        var table = new Table(true);
        table.head(Records.names(type));
        int i = 0;
        for (Iterator<?> each = all.iterator(); each.hasNext() && i < FIRST_ROWS; i++) {
            table.row(
                    "" + i,
                    Records.values(each.next()).stream().map(Renderers::line).toList());
        }
        if (all.size() > FIRST_ROWS) {
            table.row("⋮", Records.names(type).stream().map(name -> "⋮").toList());
        }
        return table.html(all.size() + " × " + Text.typeName(type));
    }

    private static String record(Object value) {
        var table = new Table(false);
        List<String> names = Records.names(value.getClass());
        List<@Nullable Object> values = Records.values(value);
        for (int i = 0; i < names.size(); i++) {
            table.row(names.get(i), List.of(Renderers.line(values.get(i))));
        }
        return table.html(Text.typeName(value.getClass()));
    }

    private static String map(Map<?, ?> map) {
        var table = new Table(false);
        int i = 0;
        for (Map.Entry<?, ?> each : map.entrySet()) {
            if (i++ == FIRST_ROWS) {
                table.row("⋮", List.of("⋮"));
                break;
            }
            table.row(Renderers.line(each.getKey()), List.of(Renderers.line(each.getValue())));
        }
        return table.html(map.size() == 1 ? "1 entry" : map.size() + " entries");
    }

    /** The indexes of what is shown, with a gap where some are left out. */
    private static int[] shown(int count, int first) {
        if (count <= first + AT_END) {
            return IntStream.range(0, count).toArray();
        }
        var shown = new ArrayList<Integer>();
        IntStream.range(0, first).forEach(shown::add);
        shown.add(GAP);
        IntStream.range(count - AT_END, count).forEach(shown::add);
        return shown.stream().mapToInt(Integer::intValue).toArray();
    }
}
