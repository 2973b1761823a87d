package gradus.kernel.jshell;

import gradus.kernel.hint.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/**
 * An expression as the initializer of a variable whose type is known. Of a bare expression JShell finds out the type first,
 * which takes two runs of the compiler before it compiles anything; a cell wants the object, whatever its type.
 */
final class LastExpression {

    /** On a line of its own, because the expression may end with a comment. */
    private static final String AFTER = "\n);";

    static final CellPlan.Inserted INSERTED = new CellPlan.Inserted(0, before(0).length());

    private static final AtomicInteger COUNT = new AtomicInteger();

    private LastExpression() {}

    /**
     * Evaluates a snippet if it is plainly an expression that has a value.
     *
     * @return what has happened, beginning with the expression's own event; null if nothing has
     */
    static @Nullable List<SnippetEvent> eval(JShell jshell, String source) {
        if (!isPlain(source)) {
            return null;
        }
        // A name of its own: a second variable of the same name would be compiled twice, to take the place of the
        // first.
        List<SnippetEvent> events = jshell.eval(before(COUNT.incrementAndGet()) + source + AFTER);
        SnippetEvent own = events.get(0);
        if (own.status() == Status.VALID) {
            return events;
        }
        // It does not compile, or has no value: JShell itself has the better words for that.
        if (own.status().isActive()) {
            jshell.drop(own.snippet());
        }
        return null;
    }

    /** On one line with the expression, so that lines keep their numbers; as long for each number. */
    private static String before(int number) {
        return String.format(Locale.ROOT, "java.lang.Object $cell%08d = (", number);
    }

    private static boolean isPlain(String source) {
        List<Tokens.Token> tokens = Tokens.of(source);
        return !tokens.isEmpty()
                && !tokens.get(tokens.size() - 1).text().matches("[;}]")
                // The type that is wanted decides what a switch makes of the types of its branches.
                && tokens.stream().noneMatch(each -> each.text().equals("switch"))
                && !Tokens.isAssignment(source);
    }
}
