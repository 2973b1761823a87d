package gradus.kernel.session;

import java.util.stream.Collectors;

/**
 * The lines of a cell that nbgrader cuts out of what students get, between {@code BEGIN HIDDEN TESTS} and {@code END HIDDEN
 * TESTS}. When it grades they are there again: they run, and no error, warning or history quotes them.
 */
public final class HiddenTests {

    private static final String MARK = "HIDDEN TESTS";
    private static final String BEGIN = "BEGIN " + MARK;
    private static final String END = "END " + MARK;
    private static final String INSTEAD = "// a hidden test";

    private HiddenTests() {}

    /**
     * The text with other words in the place of hidden lines; every line keeps its length, so that places in the text stay
     * right. A part of a cell may have the end of such lines alone, or the beginning.
     */
    public static String masked(String code) {
        if (!code.contains(MARK)) {
            return code;
        }
        int end = code.indexOf(END);
        int begin = code.indexOf(BEGIN);
        var state = new boolean[] {end >= 0 && (begin < 0 || end < begin)};
        return code.lines()
                        .map(line -> {
                            state[0] |= line.contains(BEGIN);
                            String shown = state[0] ? instead(line) : line;
                            state[0] &= !line.contains(END);
                            return shown;
                        })
                        .collect(Collectors.joining("\n"))
                + (code.endsWith("\n") ? "\n" : "");
    }

    private static String instead(String line) {
        int length = line.length();
        int indent = length - line.stripLeading().length();
        String shown = " ".repeat(indent) + INSTEAD;
        return shown.length() > length ? shown.substring(0, length) : shown + " ".repeat(length - shown.length());
    }
}
