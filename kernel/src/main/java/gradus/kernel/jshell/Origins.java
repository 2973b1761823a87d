package gradus.kernel.jshell;

import gradus.kernel.session.SourceLine;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * Which cell and line each snippet came from. JShell's stack frames carry the snippet's id, which no other has; the JVM's
 * carry the class that is wrapped around it. What is declared anew gets another wrap, and so does a snippet that uses it:
 * objects of the old classes tell their old places.
 */
final class Origins {

    private static final String WRAP = "$JShell$";

    /** JShell puts package, imports, class and method on lines of their own before a snippet. */
    private static final int LINES_BEFORE = 4;

    /** The value of a variable is computed elsewhere than where it is declared. */
    private static final Pattern INITIALIZED = Pattern.compile("[^({]*=");

    private final Map<String, Origin> byId = new ConcurrentHashMap<>();

    private final Map<String, WrappedLines> byWrap = new ConcurrentHashMap<>();

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
    }

    /** Takes in the wraps that snippets have now. */
    void see(Shell shell) {
        JShell jshell = shell.jshell();
        jshell.snippets().filter(each -> jshell.status(each).isActive()).forEach(each -> {
            Origin origin = byId.get(each.id());
            String wrap = CellClasses.wrapOf(shell.analysis().wrapper(each).fullClassName());
            // The order of overloaded methods in the wrap that they share is not known.
            if (origin != null && wrap != null && !wrap.contains("_")) {
                byWrap.compute(
                        wrap,
                        (key, old) -> old != null && old.origin().equals(origin) ? old : WrappedLines.of(each, origin));
            }
        });
    }

    /** The same for a piece that is run without a snippet. */
    void put(Immediate.Ready piece, Origin origin) {
        byId.put(piece.id(), origin);
        byWrap.put(WRAP + piece.id(), WrappedLines.ofStatement(origin));
    }

    /** Forgets the places of all but some of the classes that JShell wraps around snippets. */
    void retain(Set<String> wraps) {
        byWrap.keySet().retainAll(wraps);
        Set<Origin> origins = byWrap.values().stream().map(WrappedLines::origin).collect(Collectors.toSet());
        byId.values().retainAll(origins);
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
        String wrap = CellClasses.wrapOf(frame.getClassName());
        if (wrap == null) {
            return "";
        }
        WrappedLines known = byWrap.get(wrap);
        if (known != null && isImmediate(frame)) {
            return known.origin().place(lineInSnippet(frame));
        }
        Origin origin = known == null ? running : known.origin();
        return origin == null ? "" : origin.wrappedPlace(frame.getLineNumber());
    }

    /** The same for a snippet that has ended, with the text of the line; empty if it is in no cell. */
    SourceLine line(StackTraceElement frame) {
        String wrap = CellClasses.wrapOf(frame.getClassName());
        WrappedLines lines = wrap == null ? null : byWrap.get(wrap);
        return lines == null ? SourceLine.UNKNOWN : lines.at(frame.getLineNumber());
    }

    /** Whether the class is one that JShell has wrapped around a snippet. */
    static boolean isOfCell(String className) {
        return CellClasses.wrapOf(className) != null;
    }

    /** The snippet of a stack frame, as JShell tells it: with {@code #} and the snippet's id as the file's name. */
    @Nullable
    Origin of(StackTraceElement frame) {
        String wrap = CellClasses.wrapOf(frame.getClassName());
        if (wrap != null && isImmediate(frame)) {
            return byId.get(wrap.substring(WRAP.length()));
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
        return frame.getClassName().startsWith("REPL." + WRAP + "C");
    }
}
