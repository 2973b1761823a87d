package gradus.kernel.session;

import java.util.ArrayList;
import java.util.List;

/** Tells what a thread of the student's has died of, in the cell that started it. */
final class Uncaught {

    private static final int MOST_FRAMES = 12;
    private static final int MOST_CAUSES = 5;

    private Uncaught() {}

    static void tell(Thread thrower, Throwable error) {
        var chosen = Thread.getDefaultUncaughtExceptionHandler();
        if (chosen != null) { // a cell may have set one
            chosen.uncaughtException(thrower, error);
            return;
        }
        CellOutput output = Outputs.current();
        if (output == null || error instanceof ThreadDeath) {
            return;
        }
        var lines = new ArrayList<String>();
        lines.add("Exception in thread \"" + thrower.getName() + "\" " + title(error));
        lines.addAll(frames(error));
        Throwable cause = Thrown.cause(error);
        for (int i = 0; cause != null && cause != error && i < MOST_CAUSES; i++) {
            lines.add("Caused by: " + title(cause));
            lines.addAll(frames(cause));
            cause = Thrown.cause(cause);
        }
        output.print(CellOutput.Stream.STDERR, String.join("\n", lines) + "\n");
    }

    private static String title(Throwable error) {
        String name = error.getClass().getName().replaceAll("REPL\\.\\$JShell\\$\\w+[.$]", "");
        String message = Thrown.message(error);
        boolean own = name.startsWith("gradus.") || name.startsWith("java.lang.");
        return (own ? error.getClass().getSimpleName() : name) + (message == null ? "" : ": " + message);
    }

    /** The student's lines, and what was called from the first of them; what calls a thread's code is the JDK's matter. */
    private static List<String> frames(Throwable error) {
        var lines = new ArrayList<String>();
        StackTraceElement[] stack = Thrown.stack(error);
        int last = stack.length - 1;
        while (last > 0 && !stack[last].getClassName().startsWith("REPL.")) {
            last--;
        }
        for (int i = 0; i <= last && lines.size() < MOST_FRAMES; i++) {
            StackTraceElement frame = stack[i];
            SourceLine line = Sessions.lineOf(frame);
            if (line.cell() > 0) {
                lines.add("  Cell " + line.cell()
                        + (line.line() > 0 ? ", line " + line.line() + ": " + line.text() : ""));
            } else if (!isMachinery(frame.getClassName())) {
                lines.add("    at " + frame);
            }
        }
        return lines;
    }

    private static boolean isMachinery(String className) {
        return className.startsWith("REPL.")
                || className.startsWith("gradus.kernel.")
                || className.startsWith("jdk.internal.")
                || className.startsWith("java.lang.invoke.");
    }
}
