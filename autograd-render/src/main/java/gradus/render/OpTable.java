package gradus.render;

import gradus.autograd.OpLog;
import gradus.autograd.OpLog.Made;
import gradus.render.scene.Glyphs;
import gradus.render.scene.Ink;
import gradus.render.scene.Mark;
import gradus.render.scene.Mark.Anchor;
import gradus.render.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The ops of an {@link OpLog} as a table: for each its number, its formula with names and with numbers, and the line that
 * made it. Of a long log the middle is left out, and counted.
 *
 * <pre>{@code
 * var x = new Var(2, "x");
 * var log = OpLog.start();
 * var y = x.mul(3).named("y");
 * log.close();
 * OpTable.of(log).text().contains("y = x · 3 = 2 · 3 = 6")   // ⇒ true
 * }</pre>
 */
public final class OpTable implements Picture {

    /** A line of a formula or of the source that is longer is not read. */
    private static final int LONGEST = 100;

    /** With more rows than these a page would be hard to get past. */
    private static final int SCROLLED = 24;

    /** How many of the first rows an image has. */
    private static final int DRAWN = 40;

    private static final double MARGIN = 16;
    private static final double GAP = 28;
    private static final double LEADING = 26;

    private final long count;
    private final List<Row> first;
    private final List<Row> last;

    /**
     * A line of the source.
     *
     * @param place where it stands, such as {@code Cell 2, line 3}; empty if that is not known
     * @param text what stands there; empty if that is not known
     */
    public record Source(String place, String text) {}

    /** As it is shown. */
    private record Row(String number, String formula, String numbers, String place, String code) {

        Map<String, Object> context() {
            return Map.of("number", number, "formula", formula, "numbers", numbers, "place", place, "code", code);
        }

        /** All of the op in one line. */
        String op() {
            return formula + (numbers.startsWith("= ") ? " " : "   ") + numbers;
        }

        String source() {
            return place + (code.isEmpty() ? "" : ": " + code);
        }
    }

    private OpTable(long count, List<Row> first, List<Row> last) {
        this.count = count;
        this.first = first;
        this.last = last;
    }

    /** The ops with file and line of each. */
    public static OpTable of(OpLog log) {
        return of(log, line -> new Source(line.getFileName() + ":" + line.getLineNumber(), ""));
    }

    /**
     * The ops with the line of each.
     *
     * @param sources how a line of the running program stands in the source
     */
    public static OpTable of(OpLog log, Function<StackTraceElement, Source> sources) {
        return new OpTable(
                log.count(),
                log.first().stream().map(made -> row(made, sources)).toList(),
                log.last().stream().map(made -> row(made, sources)).toList());
    }

    private static Row row(Made made, Function<StackTraceElement, Source> sources) {
        var place = made.place();
        var source = place == null ? new Source("", "") : sources.apply(place);
        boolean isScalar = !made.numbers().contains("⟶");
        var numbers = isScalar ? "= " + made.numbers() : made.numbers();
        return new Row(
                Long.toString(made.number()),
                brief(made.formula()),
                brief(made.value().isEmpty() ? numbers : numbers + " = " + made.value()),
                brief(source.place()),
                brief(source.text().strip()));
    }

    private static String brief(String text) {
        return Glyphs.shorten(text, LONGEST);
    }

    private String title() {
        return count == 0 ? Words.of("trace.none") : Words.of("trace.title", count);
    }

    /** How many ops between these rows and the last are left out, in words; empty if none are. */
    private String more(int shown) {
        long left = count - shown - last.size();
        return left > 0 ? Words.of("trace.more", left) : "";
    }

    @Override
    public String html() {
        var more = more(first.size());
        return Html.fill(
                "trace.html",
                Map.of(
                        "title", title(),
                        "op", Words.of("trace.op"),
                        "source", Words.of("trace.source"),
                        "some", count > 0,
                        "scrolled", first.size() > SCROLLED ? "max-height:36em;overflow:auto" : "overflow-x:auto",
                        "first", first.stream().map(Row::context).toList(),
                        "more", more.isEmpty() ? List.of() : List.of(more),
                        "last", last.stream().map(Row::context).toList()));
    }

    @Override
    public byte[] png() {
        var shown = new ArrayList<>(first.subList(0, Math.min(DRAWN, first.size())));
        var more = more(shown.size());
        int gap = shown.size();
        shown.addAll(last);
        double ops = MARGIN + width(shown.stream().map(Row::number).toList(), Ink.NUMBER) + GAP;
        double sources = ops + width(shown.stream().map(Row::op).toList(), Ink.PROSE) + GAP;
        double right = sources + width(shown.stream().map(Row::source).toList(), Ink.REMARK);
        var marks = new ArrayList<Mark>();
        double y = MARGIN + 0.7 * LEADING;
        marks.add(new Mark.Label(MARGIN, y, title(), Anchor.START, Ink.NAME));
        for (int i = 0; i <= shown.size(); i++) {
            if (i == gap && !more.isEmpty()) {
                y += LEADING;
                marks.add(new Mark.Label(ops, y, more, Anchor.START, Ink.REMARK));
            }
            if (i < shown.size()) {
                var row = shown.get(i);
                y += LEADING;
                marks.add(new Mark.Label(MARGIN, y, row.number(), Anchor.START, Ink.NUMBER));
                marks.add(new Mark.Label(ops, y, row.op(), Anchor.START, Ink.PROSE));
                marks.add(new Mark.Label(sources, y, row.source(), Anchor.START, Ink.REMARK));
            }
        }
        double least = Glyphs.width(title(), Ink.NAME) + MARGIN;
        return new Scene(Math.max(right, least) + MARGIN, y + MARGIN, title(), marks).png();
    }

    private static double width(List<String> texts, Ink ink) {
        return texts.stream().mapToDouble(t -> Glyphs.width(t, ink)).max().orElse(0);
    }

    @Override
    public String text() {
        var text = new StringBuilder(title()).append('\n');
        first.forEach(row -> text.append(line(row)));
        var more = more(first.size());
        if (!more.isEmpty()) {
            text.append("  ").append(more).append('\n');
        }
        last.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(Row row) {
        return ("  " + row.number() + ". " + row.op() + (row.source().isEmpty() ? "" : "   [" + row.source() + "]"))
                + "\n";
    }
}
