package gradus.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the magic lines of a cell. A line is one if it begins with {@code %} and a letter where a Java statement could
 * begin: not in a string, a text block, a comment or open brackets, and not as the remainder operator of an expression
 * that the line above began.
 */
public final class CellSplitter {

    private static final Pattern MAGIC = Pattern.compile("\\s*(%[A-Za-z]\\w*)[ \\t]*(.*)");
    private static final Pattern CELL_MAGIC = Pattern.compile("\\s*(%%\\w*)[ \\t]*(.*)(?:\\n([\\s\\S]*))?");

    /** Whether a magic has this name; after an unfinished line of Java, only a known one counts. */
    private final Predicate<String> known;

    public CellSplitter(Predicate<String> known) {
        this.known = known;
    }

    public List<Piece> split(String cell) {
        Matcher whole = CELL_MAGIC.matcher(cell);
        if (whole.matches()) {
            String body = whole.group(3) == null ? "" : whole.group(3);
            int start = whole.start(1);
            int line = 1
                    + (int) cell.substring(0, start)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            return List.of(new Piece.MagicCall(whole.group(1), whole.group(2).strip(), body, line, start));
        }
        var pieces = new ArrayList<Piece>();
        var scanner = new JavaScanner();
        int javaStart = 0;
        int javaLine = 1;
        int lineStart = 0;
        int line = 1;
        for (String text : cell.split("\n", -1)) {
            Matcher magic = MAGIC.matcher(text);
            if (scanner.isAtTopLevel()
                    && magic.matches()
                    && (scanner.isBetweenStatements() || known.test(magic.group(1)))) {
                addJava(pieces, cell.substring(javaStart, lineStart), javaLine, javaStart);
                pieces.add(new Piece.MagicCall(
                        magic.group(1), magic.group(2).strip(), "", line, lineStart + magic.start(1)));
                javaStart = Math.min(cell.length(), lineStart + text.length() + 1);
                javaLine = line + 1;
                scanner = new JavaScanner();
            } else {
                scanner.line(text);
            }
            lineStart += text.length() + 1;
            line++;
        }
        addJava(pieces, cell.substring(javaStart), javaLine, javaStart);
        return pieces;
    }

    private static void addJava(List<Piece> pieces, String text, int line, int start) {
        if (!text.isBlank()) {
            pieces.add(new Piece.JavaText(text, line, start));
        }
    }
}
