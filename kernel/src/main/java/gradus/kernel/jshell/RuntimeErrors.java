package gradus.kernel.jshell;

import gradus.kernel.session.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/** Exceptions of a cell: what, why, where in which cell, and what caused it. */
final class RuntimeErrors {

    private static final int MOST_LINES = 30;
    private static final int LIBRARY_FRAMES = 3;

    private final JShell jshell;
    private final Origins origins;

    RuntimeErrors(JShell jshell, Origins origins) {
        this.jshell = jshell;
        this.origins = origins;
    }

    ErrorReport report(JShellException failure) {
        var lines = new ArrayList<String>();
        String prefix = "";
        for (Throwable each = failure; each != null && lines.size() < MOST_LINES; each = each.getCause()) {
            lines.add(Ansi.red(prefix + title(each)));
            lines.addAll(places(each));
            prefix = "Caused by: ";
        }
        List<String> shown = lines.subList(0, Math.min(MOST_LINES, lines.size()));
        return new ErrorReport(className(failure), message(failure), shown);
    }

    static ErrorReport interrupted() {
        String message = "The cell was interrupted; variables keep the values they had.";
        return new ErrorReport("Interrupted", message, List.of(Ansi.red("Interrupted: ") + message));
    }

    static ErrorReport internal(Throwable error) {
        String name = error.getClass().getSimpleName();
        String message = String.valueOf(error.getMessage());
        return new ErrorReport(name, message, List.of(Ansi.red(name + ": ") + message));
    }

    private String title(Throwable failure) {
        String message = message(failure);
        return message.isEmpty() ? className(failure) : className(failure) + ": " + message;
    }

    private static String className(Throwable failure) {
        if (failure instanceof UnresolvedReferenceException) {
            return "UnresolvedReference";
        }
        String name = failure instanceof EvalException thrown ? thrown.getExceptionClassName() : null;
        return name == null ? failure.getClass().getName() : shortName(name);
    }

    /** {@code REPL.$JShell$7$Broken} is the student's {@code Broken}; java.lang needs no package. */
    private static String shortName(String name) {
        String inCell = name.replaceFirst("^REPL\\.\\$JShell\\$\\w+\\$", "");
        if (inCell.startsWith("gradus.kernel.session.") || inCell.startsWith("gradus.autograd.")) {
            return inCell.substring(inCell.lastIndexOf('.') + 1);
        }
        return inCell.replaceFirst("^java\\.lang\\.(?=[A-Z])", "").replace('$', '.');
    }

    private String message(Throwable failure) {
        if (failure instanceof UnresolvedReferenceException unresolved) {
            DeclarationSnippet used = unresolved.getSnippet();
            String missing = jshell.unresolvedDependencies(used).collect(Collectors.joining(", "));
            return nameOf(used) + " cannot be used yet, because this is not declared: " + missing;
        }
        String message = failure.getMessage();
        return message == null ? "" : message;
    }

    private List<String> places(Throwable failure) {
        var lines = new ArrayList<String>();
        StackTraceElement[] frames = failure.getStackTrace();
        int last = lastOfStudent(frames);
        int library = 0;
        for (int i = 0; i <= last && lines.size() < MOST_LINES; i++) {
            int repeats = repeats(frames, i);
            Origins.Origin origin = origins.of(frames[i]);
            if (origin != null) {
                library = 0;
                addUnlessThere(lines, place(frames[i], origin));
            } else if (!isMachinery(frames[i]) && library++ < LIBRARY_FRAMES) {
                lines.add("    at " + frames[i]);
            }
            if (repeats > 0) {
                lines.add("    … the same " + repeats + " times more");
                i += repeats;
            }
        }
        return lines;
    }

    /** The value of a variable is computed in a method of its own, called from the same line. */
    private static void addUnlessThere(List<String> lines, String place) {
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(place)) {
            lines.add(place);
        }
    }

    private static int repeats(StackTraceElement[] frames, int at) {
        int same = at;
        while (same + 1 < frames.length && frames[same + 1].equals(frames[at])) {
            same++;
        }
        return same - at;
    }

    private int lastOfStudent(StackTraceElement[] frames) {
        for (int i = frames.length - 1; i >= 0; i--) {
            if (origins.of(frames[i]) != null) {
                return i;
            }
        }
        return Math.min(frames.length, LIBRARY_FRAMES) - 1;
    }

    private static String place(StackTraceElement frame, Origins.Origin origin) {
        String method = frame.getMethodName();
        String in = method == null || method.isEmpty() || method.startsWith("do_it$") ? "" : " in " + method;
        int line = frame.getLineNumber();
        return "  " + Ansi.bold(origin.place(line) + in + ":") + " "
                + origin.text(line).strip();
    }

    private static boolean isMachinery(StackTraceElement frame) {
        return Stream.of("jdk.internal.", "java.lang.reflect.", "jdk.jshell.", "gradus.kernel.", "REPL.$")
                .anyMatch(frame.getClassName()::startsWith);
    }

    /** A declaration as a student would call it. */
    static String nameOf(@Nullable Snippet snippet) {
        if (snippet instanceof MethodSnippet method) {
            return method.name() + "(" + method.parameterTypes() + ")";
        }
        return snippet instanceof PersistentSnippet named ? named.name() : "This";
    }
}
