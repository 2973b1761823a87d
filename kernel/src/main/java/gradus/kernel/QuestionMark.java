package gradus.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell that is a name and a question mark, as IPython has it: {@code Var.pow?}, {@code ?Math.sin}, {@code %step?}.
 *
 * @param name that is asked about
 * @param detail 1 for two question marks, which ask for the source as well
 */
record QuestionMark(String name, int detail) {

    private static final String NAME = "(%{0,2}[\\p{L}_$][\\p{L}\\p{N}_$.]*)(?:\\(\\))?";
    private static final Pattern CELL = Pattern.compile("\\s*(?:\\?{1,2}\\s*" + NAME + "|" + NAME + "\\?{1,2})\\s*");

    /** The question; null if the cell is something else. No Java ends in a question mark. */
    static @Nullable QuestionMark of(String cell) {
        if (cell.indexOf('?') < 0) {
            return null;
        }
        Matcher asked = CELL.matcher(cell);
        if (!asked.matches()) {
            return null;
        }
        String name = asked.group(1) == null ? asked.group(2) : asked.group(1);
        return new QuestionMark(name, cell.contains("??") ? 1 : 0);
    }
}
