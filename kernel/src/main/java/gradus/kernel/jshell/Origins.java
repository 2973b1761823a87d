package gradus.kernel.jshell;

import java.util.HashMap;
import java.util.Map;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/** Which cell and line each snippet came from; JShell's stack frames carry only the snippet's number. */
final class Origins {

    private final Map<String, Origin> byId = new HashMap<>();

    /** A snippet in its cell; {@code line} is that of its first character, from 1. */
    record Origin(int cell, int line, String source) {

        /** The place of a line of the snippet, as an error names it. */
        String place(int snippetLine) {
            return cell > 0 ? "Cell " + cell + ", line " + (line + snippetLine - 1) : "Line " + snippetLine;
        }

        String text(int snippetLine) {
            String[] lines = source.split("\n", -1);
            return snippetLine >= 1 && snippetLine <= lines.length ? lines[snippetLine - 1] : "";
        }
    }

    void put(Snippet snippet, Origin origin) {
        byId.put(snippet.id(), origin);
    }

    @Nullable
    Origin of(String id) {
        return byId.get(id);
    }

    /** The snippet of a stack frame, whose file name is {@code #} and the snippet's id. */
    @Nullable
    Origin of(StackTraceElement frame) {
        String file = frame.getFileName();
        return file != null && file.startsWith("#") ? byId.get(file.substring(1)) : null;
    }
}
