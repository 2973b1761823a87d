package gradus.kernel.jshell;

import gradus.kernel.session.SourceLine;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/** Which cell and line each snippet came from; JShell's stack frames carry only the snippet's number. */
final class Origins {

    private static final Pattern SNIPPET_CLASS = Pattern.compile("REPL\\.\\$JShell\\$(C?\\d+)[A-Z]*(\\$.*)?");

    /** Overloaded methods share a class. */
    private static final Pattern ID = Pattern.compile("C?\\d+");

    /** JShell puts package, imports, class and method on lines of their own before a snippet. */
    private static final int LINES_BEFORE = 4;

    /** The value of a variable is computed elsewhere than where it is declared. */
    private static final Pattern INITIALIZED = Pattern.compile("[^({]*=");

    private final Map<String, Origin> byId = new ConcurrentHashMap<>();
    private final Map<String, WrappedLines> linesById = new ConcurrentHashMap<>();

    /** A snippet in its cell; {@code line} is that of its first character, from 1. */
    record Origin(int cell, int line, String source) {

        /** The place of a line of the snippet, as an error names it. */
        String place(int snippetLine) {
            return (cell > 0 ? "Cell " + cell + ", line " : "Line ") + (line + snippetLine - 1);
        }

        /** The place of a line of the wrapping class, or of the cell where that cannot be known. */
        String wrappedPlace(int wrappedLine) {
            int snippetLine = wrappedLine - LINES_BEFORE;
            boolean unknown =
                    INITIALIZED.matcher(source).lookingAt() || text(snippetLine).isEmpty();
            if (unknown) {
                return cell > 0 ? "Cell " + cell : "";
            }
            return place(snippetLine);
        }

        String text(int snippetLine) {
            String[] lines = source.split("\n", -1);
            return snippetLine >= 1 && snippetLine <= lines.length ? lines[snippetLine - 1] : "";
        }
    }

    /** How many lines a text has. */
    static int lines(String text) {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }

    void put(Snippet snippet, Origin origin) {
        byId.put(snippet.id(), origin);
        linesById.put(snippet.id(), WrappedLines.of(snippet, origin));
    }

    /** The same for a piece that is run without a snippet. */
    void put(Immediate.Ready piece, Origin origin) {
        byId.put(piece.id(), origin);
        linesById.put(piece.id(), WrappedLines.ofStatement(origin));
    }

    /** Forgets the places of all but some of the classes that JShell wraps around snippets. */
    void retain(Set<String> wraps) {
        Set<String> ids = wraps.stream()
                .flatMap(each -> ID.matcher(each).results().map(MatchResult::group))
                .collect(Collectors.toSet());
        byId.keySet().retainAll(ids);
        linesById.keySet().retainAll(ids);
    }

    @Nullable
    Origin of(String id) {
        return byId.get(id);
    }

    /**
     * Where a line of the running program stands, such as {@code Cell 2, line 3}; empty if it is in no cell.
     *
     * @param frame as the JVM tells it: a line of the class that JShell has wrapped around the snippet
     * @param running the snippet that runs, whose number JShell tells only when it has ended
     */
    String place(StackTraceElement frame, @Nullable Origin running) {
        var snippet = SNIPPET_CLASS.matcher(frame.getClassName());
        if (!snippet.matches()) {
            return "";
        }
        var known = byId.get(snippet.group(1));
        if (known != null && isImmediate(frame)) {
            return known.place(lineInSnippet(frame));
        }
        var origin = known == null ? running : known;
        return origin == null ? "" : origin.wrappedPlace(frame.getLineNumber());
    }

    /** The same for a snippet that has ended, with the text of the line; empty if it is in no cell. */
    SourceLine line(StackTraceElement frame) {
        var snippet = SNIPPET_CLASS.matcher(frame.getClassName());
        var lines = snippet.matches() ? linesById.get(snippet.group(1)) : null;
        return lines == null ? SourceLine.UNKNOWN : lines.at(frame.getLineNumber());
    }

    /** Whether the class is one that JShell has wrapped around a snippet. */
    static boolean isOfCell(String className) {
        return SNIPPET_CLASS.matcher(className).matches();
    }

    /** The snippet of a stack frame, as JShell tells it: with {@code #} and the snippet's id as the file's name. */
    @Nullable
    Origin of(StackTraceElement frame) {
        var immediate = SNIPPET_CLASS.matcher(frame.getClassName());
        if (immediate.matches() && isImmediate(frame)) {
            return byId.get(immediate.group(1));
        }
        String file = frame.getFileName();
        return file != null && file.startsWith("#") ? byId.get(file.substring(1)) : null;
    }

    /** The line of the snippet at which such a frame stands, from 1. */
    static int lineInSnippet(StackTraceElement frame) {
        return isImmediate(frame) ? frame.getLineNumber() - LINES_BEFORE : frame.getLineNumber();
    }

    /** JShell knows nothing of these classes, and leaves their frames as they are. */
    private static boolean isImmediate(StackTraceElement frame) {
        return frame.getClassName().startsWith("REPL.$JShell$C");
    }
}
