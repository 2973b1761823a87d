package gradus.kernel.jshell;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Cuts a cell into the snippets that JShell runs one at a time. */
final class Snippets {

    /**
     * A snippet of a cell.
     *
     * @param start index of its first character in the cell
     * @param broken whether it cannot be run, for its syntax
     */
    record Piece(String source, int start, Completeness completeness, boolean broken) {}

    private final SourceCodeAnalysis analysis;

    Snippets(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    List<Piece> of(String code) {
        var pieces = new ArrayList<Piece>();
        int start = skipBlanks(code, 0);
        while (start < code.length()) {
            CompletionInfo info = analysis.analyzeCompletion(code.substring(start));
            String remaining = info.remaining();
            if (info.completeness() == Completeness.EMPTY) {
                break; // only comments are left
            }
            boolean whole =
                    info.completeness().isComplete() || info.completeness() == Completeness.CONSIDERED_INCOMPLETE;
            String source = whole && info.source() != null ? info.source() : code.substring(start);
            pieces.add(new Piece(source, start, info.completeness(), !whole && isErroneous(source)));
            start = whole ? skipBlanks(code, code.length() - remaining.length()) : code.length();
        }
        return pieces;
    }

    /** The analysis is a guess; the parser has the last word. */
    private boolean isErroneous(String source) {
        List<Snippet> parsed = analysis.sourceToSnippets(source);
        return parsed.isEmpty() || parsed.stream().anyMatch(each -> each.kind() == Snippet.Kind.ERRONEOUS);
    }

    private static int skipBlanks(String code, int from) {
        int at = from;
        while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
            at++;
        }
        return at;
    }
}
