package gradus.kernel.jshell;

import gradus.kernel.hint.ThrownHint;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.NotWrittenYet;
import gradus.kernel.session.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    /** By what the engine throws on purpose, its own exceptions among them. */
    private static final Set<String> REFUSALS = Set.of(
            "IllegalArgumentException",
            "IllegalStateException",
            "IndexOutOfBoundsException",
            "UnsupportedOperationException",
            "ShapeException");

    private static final int MOST_LINES = 30;
    private static final int LIBRARY_FRAMES = 3;
    private static final int LONGEST_PERIOD = 8;
    private static final int MOST_LINES_OF_MESSAGE = 12;
    private static final int WIDEST = 400;
    private static final int MOST_CHARACTERS = 4_000;

    private final JShell jshell;
    private final Origins origins;

    RuntimeErrors(JShell jshell, Origins origins) {
        this.jshell = jshell;
        this.origins = origins;
    }

    ErrorReport report(JShellException failure) {
        var lines = new ArrayList<String>();
        String prefix = "";
        String hint = null;
        List<String> last = List.of();
        for (Throwable each = failure; each != null && lines.size() < MOST_LINES; each = each.getCause()) {
            lines.addAll(title(prefix, each));
            List<String> places = places(each);
            lines.addAll(places.equals(last) ? List.of() : places); // a cause made on the same line says nothing new
            last = places;
            prefix = "Caused by: ";
            hint = hint == null ? hint(each) : hint;
        }
        var shown = new ArrayList<>(lines.subList(0, Math.min(MOST_LINES - 1, lines.size())));
        if (hint != null) {
            shown.addAll(CompileErrors.hint(hint));
        }
        return new ErrorReport(className(failure), shortened(message(failure), MOST_CHARACTERS), shown);
    }

    private @Nullable String hint(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        boolean isOfStudent = frames.length > 0 && origins.of(frames[0]) != null;
        boolean isNull = className(failure).equals("NullPointerException");
        // The names in the message are those of the method that failed, which the student may never have seen.
        return ThrownHint.of(className(failure), isNull && !isOfStudent ? "" : message(failure));
    }

    static ErrorReport interrupted() {
        String message = "The cell was interrupted; variables keep the values they had.";
        return new ErrorReport("Interrupted", message, List.of(Ansi.red("Interrupted: ") + message));
    }

    /** Tests need a name as the kernel has it. */
    static ErrorReport redefined(String name) {
        String message =
                "the points need " + name + " as the kernel has it, and a cell declares its own. Rename it there.";
        return new ErrorReport("Redefined", message, List.of(Ansi.red("Redefined: ") + message));
    }

    /** A cell that ends in the line that stands for code to be written. */
    static CellFailure notWritten(int cell, int line) {
        var thrown = new NotWrittenYet("");
        String place = new Origins.Origin(cell, line, "").place(1);
        String name = NotWrittenYet.class.getSimpleName();
        List<String> lines = List.of(Ansi.red(name + ": " + thrown.getMessage()), "  " + Ansi.bold(place));
        return new CellFailure(new ErrorReport(name, String.valueOf(thrown.getMessage()), lines), thrown);
    }

    static ErrorReport internal(Throwable error) {
        String name = error.getClass().getSimpleName();
        String message = String.valueOf(error.getMessage());
        String hint = ThrownHint.of(name, message);
        var lines = new ArrayList<String>();
        lines.add(Ansi.red(name + ": ") + shortened(message, WIDEST));
        lines.addAll(hint == null ? List.of() : CompileErrors.hint(hint));
        return new ErrorReport(name, message, lines);
    }

    /** The class and the message, of which a screen has no more than some lines. */
    private List<String> title(String prefix, Throwable failure) {
        String message = message(failure);
        String name = prefix + className(failure);
        return (message.isEmpty() ? Ansi.red(name) : Ansi.red(name + ": ") + message)
                .lines()
                .map(each -> shortened(each, WIDEST))
                .flatMap(each -> Prose.lines(each, "").stream())
                .limit(MOST_LINES_OF_MESSAGE)
                .toList();
    }

    private static String shortened(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most - 1))) + "…";
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
            if (missing.isEmpty()) {
                return nameOf(used) + " cannot be used any more, because what it uses has changed: "
                        + Changes.fault(jshell, used);
            }
            return nameOf(used) + " cannot be used yet, because this is not declared: " + missing;
        }
        String message = failure.getMessage();
        return message == null ? "" : readable(message);
    }

    /** Without the names that JShell gives to classes and variables, and without the class loaders of a failed cast. */
    private static String readable(String message) {
        return message.replaceAll("REPL\\.\\$JShell\\$\\w+[.$]", "")
                .replaceFirst("(cannot be cast to class [\\w.$]+) \\(.*\\)$", "$1");
    }

    private List<String> places(Throwable failure) {
        var lines = new ArrayList<String>();
        StackTraceElement[] frames = failure.getStackTrace();
        int last = lastOfStudent(frames);
        boolean isRefusal = isRefusal(className(failure), frames);
        int library = 0;
        for (int i = 0; i <= last && lines.size() < MOST_LINES; i++) {
            int period = period(frames, i);
            int repeats = repeats(frames, i, period);
            Origins.Origin origin = origins.of(frames[i]);
            if (origin != null) {
                library = 0;
                addUnlessThere(lines, place(frames[i], origin));
            } else if (!(isRefusal && lines.isEmpty()) && !isMachinery(frames[i]) && library++ < LIBRARY_FRAMES) {
                lines.add("    at " + frames[i].toString().replaceFirst("^[\\w.]+/", ""));
            }
            if (repeats > 0) {
                for (int j = 1; j < period; j++) {
                    Origins.Origin called = origins.of(frames[i + j]);
                    addUnlessThere(lines, called == null ? "    at " + frames[i + j] : place(frames[i + j], called));
                }
                lines.add("    … the same " + repeats + " times more");
                i += (repeats + 1) * period - 1;
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

    /** After how many frames the same ones come again, as where methods call each other without end; 1 if they do not. */
    private static int period(StackTraceElement[] frames, int at) {
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            if (repeats(frames, at, period) > 0) {
                return period;
            }
        }
        return 1;
    }

    /** How often the frames from here come again at once. */
    private static int repeats(StackTraceElement[] frames, int at, int period) {
        int same = 0;
        while (at + period + same < frames.length && frames[at + period + same].equals(frames[at + same])) {
            same++;
        }
        return same / period;
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
        String in = method == null || method.isEmpty() || method.startsWith("do_it$") ? "" : " in " + nameOf(method);
        int line = Origins.lineInSnippet(frame);
        return "  " + Ansi.bold(origin.place(line) + in + ":") + " "
                + shortened(origin.text(line).strip(), WIDEST);
    }

    /** What the JVM calls a method, as the student would. */
    private static String nameOf(String method) {
        return switch (method) {
            case "<init>" -> "the constructor";
            case "<clinit>" -> "the static part of the class";
            default -> method.startsWith("lambda$") ? "a lambda" : method;
        };
    }

    /** Whether the engine refuses what it was asked for, and says why: where in its code, is nobody's question. */
    private static boolean isRefusal(String className, StackTraceElement[] frames) {
        return frames.length > 0 && frames[0].getClassName().startsWith("gradus.") && REFUSALS.contains(className);
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
