package gradus.kernel.jshell;

import java.util.List;

/** What the compiler accepts and finds doubtful, told beside the output of the cell. */
final class CompilerWarnings {

    /** Kinds of warnings that teach something in a class; and names of variables for the JVM's own messages. */
    static final String[] OPTIONS = {
        "-g", "-Xlint:unchecked", "-Xlint:deprecation", "-Xlint:divzero", "-Xlint:empty", "-Xlint:fallthrough"
    };

    /** Of the compiler about its own work, such as that it has shortened a message, cells ago. */
    private static final String NOTE = "compiler.note.";

    private CompilerWarnings() {}

    static List<String> of(List<Problem> problems, Origins.Origin origin) {
        return problems.stream()
                .filter(each -> !each.isError() && !each.code().startsWith(NOTE))
                .map(each -> CompileErrors.place(each, origin) + ": warning: "
                        + each.lines().get(0) + "\n"
                        + Ansi.plain(String.join("\n", CompileErrors.marked(each, origin))))
                .distinct()
                .toList();
    }
}
