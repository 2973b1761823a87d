package gradus.kernel.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Cuts a cell into the snippets that JShell runs one at a time. */
final class Snippets {

    /**
     * A snippet of a cell.
     *
     * @param start index of its first character in the cell
     */
    record Piece(String source, int start, Completeness completeness) {

        /** Whether more text could make it whole. */
        boolean isUnfinished() {
            return completeness == Completeness.DEFINITELY_INCOMPLETE
                    || completeness == Completeness.CONSIDERED_INCOMPLETE;
        }

        /** Whether it cannot be Java, whatever is declared before it runs. */
        boolean isBroken() {
            return completeness == Completeness.UNKNOWN || completeness == Completeness.DEFINITELY_INCOMPLETE;
        }
    }

    private static final String NON_SEALED = "non-sealed";
    private static final Pattern NON_SEALED_TYPE =
            Pattern.compile(NON_SEALED + "(?=\\s+(?:\\w+\\s+)*(?:class|interface)\\b)");

    private static final Pattern THROWN_BY_A_CASE = Pattern.compile("(->\\s*)throw\\b");

    private final SourceCodeAnalysis analysis;

    Snippets(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    List<Piece> of(String code) {
        String readable = blankThrow(blankNonSealed(code));
        var pieces = new ArrayList<Piece>();
        int start = skipBlanks(code, 0);
        while (start < code.length()) {
            CompletionInfo info = analysis.analyzeCompletion(readable.substring(start));
            if (info.completeness() == Completeness.EMPTY) {
                break; // only comments are left
            }
            String source = info.source();
            if (source == null || info.completeness() == Completeness.CONSIDERED_INCOMPLETE) {
                pieces.add(new Piece(code.substring(start), start, info.completeness()));
                break;
            }
            int end = end(readable, start, source, info.remaining());
            boolean isBlanked = !code.startsWith(readable.substring(start, end), start);
            pieces.add(new Piece(isBlanked ? code.substring(start, end) : source, start, info.completeness()));
            start = skipBlanks(code, end);
        }
        return pieces;
    }

    /** Where the last snippet begins: JShell completes and explains one at a time. */
    int startOfLast(String code) {
        List<Piece> pieces = of(code);
        return pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).start();
    }

    /** JShell's scanner takes {@code non-sealed} for a subtraction, and the class behind it for a part of that. */
    private static String blankNonSealed(String code) {
        return code.contains(NON_SEALED)
                ? NON_SEALED_TYPE.matcher(code).replaceAll(" ".repeat(NON_SEALED.length()))
                : code;
    }

    /** JDK 17's knows no case of a switch that throws, and finds no end of what it stands in. */
    private static String blankThrow(String code) {
        return THROWN_BY_A_CASE.matcher(code).replaceAll("$1" + " ".repeat("throw".length()));
    }

    /** JShell forgets the rest where that begins with a sign that Java does not know. */
    private static int end(String code, int start, String source, String remaining) {
        boolean isForgotten = remaining.isEmpty() && code.startsWith(source, start);
        return isForgotten ? start + source.length() : code.length() - remaining.length();
    }

    private static int skipBlanks(String code, int from) {
        int at = from;
        while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
            at++;
        }
        return at;
    }
}
