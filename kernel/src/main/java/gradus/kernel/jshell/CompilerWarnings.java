package gradus.kernel.jshell;

import java.util.List;
import jdk.jshell.Diag;

/** What the compiler accepts and finds doubtful, told beside the output of the cell. */
final class CompilerWarnings {

    /** Kinds of warnings that teach something in a class; and names of variables for the JVM's own messages. */
    static final String[] OPTIONS = {
        "-g", "-Xlint:unchecked", "-Xlint:deprecation", "-Xlint:divzero", "-Xlint:empty", "-Xlint:fallthrough"
    };

    private CompilerWarnings() {}

    static List<String> of(List<Diag> diagnostics, Origins.Origin origin, CellPlan.Inserted inserted) {
        return diagnostics.stream()
                .filter(each -> !each.isError())
                .map(each -> CompileErrors.place(each, origin, inserted))
                .map(each -> each.title() + "warning: " + Ansi.plain(String.join("\n", each.lines())))
                .distinct()
                .toList();
    }
}
