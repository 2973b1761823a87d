package gradus.render;

import gradus.render.scene.Ink;
import gradus.render.scene.Mark;
import gradus.render.scene.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A listing with its words told apart: keywords, and the comments that number the steps.
 *
 * @param language its title
 */
record CodeBlock(String language, List<String> lines) {

    static final double LEADING = 23;

    private static final double LETTER = 0.602 * 16;

    private static final Pattern TOLD_APART = Pattern.compile(
            "(?<note>(?://|#) .*)"
                    + "|(?<word>(?<![\\p{L}\\p{Nd}_])(?:record|interface|double|int|for|return|new|import|as|def|if|else)(?![\\p{L}\\p{Nd}_]))");

    CodeBlock {
        lines = List.copyOf(lines);
    }

    /** A piece of a line in one look. */
    private record Part(int column, String text, Ink ink) {}

    private static List<Part> parts(String line) {
        var parts = new ArrayList<Part>();
        var told = TOLD_APART.matcher(line);
        int from = 0;
        while (told.find()) {
            add(parts, line, from, told.start(), Ink.CODE);
            add(parts, line, told.start(), told.end(), told.group("note") == null ? Ink.CODE_WORD : Ink.CODE_NOTE);
            from = told.end();
        }
        add(parts, line, from, line.length(), Ink.CODE);
        return parts;
    }

    private static void add(List<Part> parts, String line, int from, int to, Ink ink) {
        if (from < to) {
            parts.add(new Part(line.codePointCount(0, from), line.substring(from, to), ink));
        }
    }

    /** Pieces with the class of each, for the template. */
    List<Map<String, String>> html() {
        var all = new ArrayList<Map<String, String>>();
        for (var line : lines) {
            for (var part : parts(line)) {
                all.add(Map.of("css", css(part.ink()), "text", part.text()));
            }
            all.add(Map.of("css", "gradus-plain", "text", "\n"));
        }
        return all;
    }

    private static String css(Ink ink) {
        return ink == Ink.CODE_WORD ? "gradus-word" : ink == Ink.CODE_NOTE ? "gradus-note" : "gradus-plain";
    }

    double width() {
        return LETTER
                * Math.max(
                        10,
                        lines.stream()
                                .mapToInt(l -> l.codePointCount(0, l.length()))
                                .max()
                                .orElse(0));
    }

    double height() {
        return LEADING * (lines.size() + 1.5);
    }

    /** The listing drawn from this point on, its title above it. */
    List<Mark> marks(double x, double y) {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Label(x, y + 0.7 * LEADING, language, Anchor.START, Ink.NAME));
        for (int i = 0; i < lines.size(); i++) {
            for (var part : parts(lines.get(i))) {
                var blanks = part.text().length() - part.text().stripLeading().length();
                marks.add(new Mark.Label(
                        x + LETTER * (part.column() + blanks),
                        y + LEADING * (i + 2.2),
                        part.text().stripLeading(),
                        Anchor.START,
                        part.ink()));
            }
        }
        return marks;
    }
}
