package gradus.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A cell that is a name and a question mark, as IPython has it: {@code Var.pow?}, {@code ?Math.sin}, {@code %step?}. */
final class QuestionMark {

    private static final String NAME = "(%{0,2}[\\p{L}_$][\\p{L}\\p{N}_$.]*)(?:\\(\\))?";
    private static final Pattern CELL = Pattern.compile("\\s*(?:\\?{1,2}\\s*" + NAME + "|" + NAME + "\\?{1,2})\\s*");

    private QuestionMark() {}

    /** The name that is asked about; null if the cell is something else. No Java ends in a question mark. */
    static @Nullable String name(String cell) {
        if (cell.indexOf('?') < 0) {
            return null;
        }
        Matcher asked = CELL.matcher(cell);
        if (!asked.matches()) {
            return null;
        }
        return asked.group(1) == null ? asked.group(2) : asked.group(1);
    }
}
