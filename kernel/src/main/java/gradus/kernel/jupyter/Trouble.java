package gradus.kernel.jupyter;

import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.MemoryReserve;
import java.util.List;

/** What to say when not the student's code failed, but what compiles, runs or shows it. */
final class Trouble {

    private Trouble() {}

    static ErrorReport report(Throwable error) {
        String name = error.getClass().getSimpleName();
        String text = String.valueOf(error.getMessage());
        if (isTooDeep(error)) {
            text = "The code is nested too deep for the compiler, or a value too deep to be shown."
                    + " Cut a long expression into several statements.";
        } else if (error instanceof OutOfMemoryError) {
            text += ". " + MemoryReserve.advice();
        }
        return new ErrorReport(name, text, List.of("\u001B[31m" + name + ":\u001B[0m " + text));
    }

    private static boolean isTooDeep(Throwable error) {
        return error instanceof StackOverflowError
                || String.valueOf(error.getMessage()).contains("StackOverflowError");
    }
}
