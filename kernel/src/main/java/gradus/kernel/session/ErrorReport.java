package gradus.kernel.session;

import java.util.List;

/**
 * A failed cell, as Jupyter shows it.
 *
 * @param name what went wrong: the class of the exception, or a word such as {@code CompileError}
 * @param message the reason, in one sentence
 * @param traceback the lines to show, without line ends; ANSI colours allowed. A long one that begins with no blank is taken
 *     for {@linkplain Prose words} and cut between them; code is to be indented
 */
public record ErrorReport(String name, String message, List<String> traceback) {

    public ErrorReport {
        traceback = traceback.stream().flatMap(Prose::unlessIndented).toList();
    }
}
