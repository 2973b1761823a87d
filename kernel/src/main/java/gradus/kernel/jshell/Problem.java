package gradus.kernel.jshell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Diag;

/**
 * What the compiler says about a snippet.
 *
 * @param code its own key, such as {@code compiler.err.cant.resolve}
 * @param lines the message, in the language of the machine
 * @param english the message, in English
 * @param at index in the student's text
 */
record Problem(String code, List<String> lines, String english, int at, boolean isError) {

    static Problem of(Diag diagnostic, CellPlan.Inserted inserted) {
        int at = inserted.before((int) diagnostic.getPosition());
        return of(
                diagnostic.getCode(),
                diagnostic.getMessage(null),
                diagnostic.getMessage(Locale.ENGLISH),
                at,
                diagnostic.isError());
    }

    static Problem of(String code, String message, String english, int at, boolean isError) {
        List<String> lines = readable(message);
        return new Problem(
                code,
                lines.isEmpty() ? List.of("The compiler gave no message.") : lines,
                String.join("\n", readable(english)),
                Math.max(0, at),
                isError);
    }

    /** JShell puts each snippet into a class of its own, and names classes with their packages: both are no help. */
    private static List<String> readable(String message) {
        return message.lines()
                .map(each -> each.replaceAll("(?:REPL\\.)?\\$JShell\\$\\w+\\.", "")
                        .replaceAll(" in (?:class )?(?:REPL\\.)?\\$JShell\\$\\w+", "")
                        .replaceAll(
                                "\\b(?:java\\.(?:lang|util|util\\.function|util\\.stream|io|nio\\.file)"
                                        + "|gradus\\.\\w+(?:\\.\\w+)?)\\.(?=[A-Z])",
                                "")
                        .replaceFirst(" in method do_it\\$\\w*\\(\\)", "")
                        .replaceFirst("types;$", "types")
                        // What several types have in common, such as those on both sides of a colon.
                        .replaceFirst("\\bObject&\\S.*(?= cannot be converted to )", "Object")
                        .stripTrailing())
                .filter(each -> !"location: class".equals(each.strip()))
                .collect(Collectors.toList());
    }
}
