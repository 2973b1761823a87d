package gradus.kernel.jshell;

import gradus.kernel.session.SourceLine;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;

/**
 * Where the lines of a snippet stand in the class that JShell wraps around it, which depends on what the snippet is.
 *
 * @param wrapped a line of that class
 * @param line the line of the snippet that stands there, from 1; 0 if that is not known
 */
record WrappedLines(Origins.Origin origin, int wrapped, int line) {

    /** Package, imports, class and method have lines of their own. */
    private static final int STATEMENT = 5;

    /** The field and its getter stand in front of the initializer. */
    private static final int INITIALIZER = 7;

    /** And a line of its own behind them for the field that holds an expression's value. */
    private static final int EXPRESSION = 8;

    private static final Pattern BEFORE_INITIALIZER = Pattern.compile("[^=]*=(?:\\s|//[^\\n]*\\n|/\\*(?s:.*?)\\*/)*");

    static WrappedLines of(Snippet snippet, Origins.Origin origin) {
        if (snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            return new WrappedLines(origin, EXPRESSION, 1);
        }
        if (snippet.subKind() != SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND) {
            return ofStatement(origin);
        }
        var before = BEFORE_INITIALIZER.matcher(origin.source());
        // Of several variables that are declared together only the first is found.
        boolean isAlone = snippet.source().strip().equals(origin.source().strip());
        return new WrappedLines(origin, INITIALIZER, isAlone && before.lookingAt() ? Origins.lines(before.group()) : 0);
    }

    static WrappedLines ofStatement(Origins.Origin origin) {
        return new WrappedLines(origin, STATEMENT, 1);
    }

    /** The line of the cell. */
    SourceLine at(int wrappedLine) {
        boolean isOneLine = Origins.lines(origin.source().strip()) == 1;
        int found = isOneLine ? 1 : line == 0 ? 0 : line + wrappedLine - wrapped;
        var text = origin.text(found).strip();
        if (text.isEmpty()) {
            return new SourceLine(origin.cell(), 0, "");
        }
        return new SourceLine(origin.cell(), origin.line() + found - 1, text);
    }
}
