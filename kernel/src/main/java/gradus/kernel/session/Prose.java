package gradus.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sentences that a cell shows as plain text. A frontend breaks a line where the page ends, be it in the middle of a word; a
 * line of these ends before that, also on a projector.
 */
public final class Prose {

    /** What is no wider stays as it is: a terminal shows it, and a notebook. */
    public static final int TERMINAL = 80;

    /** As wide are the lines of what is cut: a slide shows them. */
    private static final int SLIDE = 62;

    private static final String COLOURS = "\u001b\\[[\\d;]*m";

    private Prose() {}

    /** What begins with no blank, cut between words; code, which is indented, as it is. */
    public static Stream<String> unlessIndented(String line) {
        return line.startsWith(" ") ? Stream.of(line) : lines(line, "").stream();
    }

    /**
     * A line of more than 80 characters in lines of at most 62, cut between words; a longer word stays whole. Colours take
     * no room.
     *
     * @param text one line
     * @param indent what each line but the first begins with
     */
    public static List<String> lines(String text, String indent) {
        if (width(text) <= TERMINAL) {
            return List.of(text);
        }
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        String gap = "";
        for (String word : text.split(" ", -1)) {
            if (!gap.isEmpty() && width(line + gap + word) > SLIDE) {
                lines.add(line.toString());
                line.setLength(0);
                gap = indent;
            }
            line.append(gap).append(word);
            gap = " ";
        }
        lines.add(line.toString());
        return lines;
    }

    private static int width(String text) {
        String seen = text.replaceAll(COLOURS, "");
        return seen.codePointCount(0, seen.length());
    }
}
