package gradus.kernel.jshell;

import gradus.kernel.hint.Tokens;
import gradus.kernel.hint.Tokens.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/**
 * What is right Java and has no room in a class file. The compiler finds out late, and JShell takes the snippet for one
 * that waits for a declaration: kept, it would stand in the way of everything that is compiled after it.
 */
final class Limits {

    /** A class file has room for one more, which the compiler does not use. */
    private static final int MOST_BYTES = 65_534;

    private static final int BYTES_A_CHARACTER = 3;

    private Limits() {}

    /** Whether a snippet has turned out to be too large; if so, it is dropped. */
    static boolean areExceeded(JShell jshell, SnippetEvent event) {
        boolean waits =
                event.status() == Status.RECOVERABLE_DEFINED || event.status() == Status.RECOVERABLE_NOT_DEFINED;
        boolean isTooLarge = waits
                && jshell.diagnostics(event.snippet())
                        .anyMatch(each -> each.getCode().startsWith("compiler.err.limit."));
        if (isTooLarge) {
            jshell.drop(event.snippet());
        }
        return isTooLarge;
    }

    /**
     * A text in quotes that is too long; empty if there is none. To be asked before the compiler is: it would keep the text
     * among the constants that it still has to write, and compile nothing any more.
     */
    static List<Problem> tooLong(String source) {
        if (source.length() * BYTES_A_CHARACTER <= MOST_BYTES) {
            return List.of();
        }
        List<Token> tokens = Tokens.of(source);
        int start = 0;
        int bytes = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).text().startsWith("\"")) {
                // The compiler puts together what is joined by a plus.
                boolean goesOn = i > 1
                        && tokens.get(i - 1).text().equals("+")
                        && tokens.get(i - 2).text().startsWith("\"");
                start = goesOn ? start : tokens.get(i).at();
                bytes = (goesOn ? bytes : 0) + bytes(tokens.get(i).text());
                if (bytes > MOST_BYTES) {
                    String message = "constant string too long";
                    return List.of(Problem.of("compiler.err.limit.string", message, message, start, true));
                }
            }
        }
        return List.of();
    }

    private static int bytes(String literal) {
        boolean isBlock = literal.startsWith("\"\"\"");
        int quotes = isBlock ? 3 : 1;
        String text = literal.substring(quotes, Math.max(quotes, literal.length() - quotes));
        try {
            text = (isBlock ? text.stripIndent() : text).translateEscapes();
        } catch (IllegalArgumentException e) {
            // A Unicode escape, which is longer than what it stands for; or a mistake, which the compiler tells.
            return 0;
        }
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
