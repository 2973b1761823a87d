package gradus.kernel.jshell;

import gradus.kernel.hint.Hints;
import gradus.kernel.hint.Scope;
import gradus.kernel.hint.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** What the declarations of one cell leave behind, to be told when the cell ends, however it ends. */
final class Declarations {

    private final JShell jshell;
    private final Changes changes;
    private final Set<DeclarationSnippet> waiting = new LinkedHashSet<>();
    private final List<Snippet> outlines = new ArrayList<>();

    Declarations(JShell jshell) {
        this.jshell = jshell;
        this.changes = new Changes(jshell);
    }

    void see(SnippetEvent event) {
        changes.see(event);
        if (event.causeSnippet() == null && event.snippet() instanceof VarSnippet variable) {
            changes.forget(variable.name()); // the same cell has given it a value again
        }
        boolean waits =
                event.status() == Status.RECOVERABLE_DEFINED || event.status() == Status.RECOVERABLE_NOT_DEFINED;
        if (waits && event.causeSnippet() == null && event.snippet() instanceof DeclarationSnippet declared) {
            waiting.add(declared);
        }
    }

    /** Variables that have their values again. */
    void keeps(Set<String> variables) {
        variables.forEach(changes::forget);
    }

    /** Variables that a snippet has emptied, though it does not compile. */
    void lost(Set<String> variables, Snippet cause) {
        changes.lost(variables, cause);
    }

    /** The variables that have lost their values, each with the reason. */
    Map<String, String> resets() {
        return changes.emptied();
    }

    /** A class that has only been announced so far. */
    void outline(Snippet snippet) {
        outlines.add(snippet);
    }

    /** What JShell has accepted though it does not compile, and waits for nothing that could still be declared. */
    List<DeclarationSnippet> broken() {
        return waiting.stream()
                .filter(each -> jshell.status(each).isActive()
                        && jshell.unresolvedDependencies(each).findAny().isEmpty()
                        && !Changes.fault(jshell, each).isEmpty())
                .toList();
    }

    /** Takes back what was announced and never came; gives the sentences to tell. */
    List<String> end(Scope scope, Origins origins) {
        outlines.stream().filter(each -> jshell.status(each).isActive()).forEach(jshell::drop);
        List<String> sentences = changes.sentences();
        for (DeclarationSnippet each : waiting) {
            // A class or method that uses what does not exist yet is accepted, and fails when it is used.
            List<String> missing = jshell.status(each).isActive()
                    ? jshell.unresolvedDependencies(each).toList()
                    : List.of();
            if (!missing.isEmpty()) {
                sentences.add(RuntimeErrors.nameOf(each)
                        + " is declared, but cannot be used until this is declared too: " + String.join(", ", missing));
                sentences.addAll(hints(origins.of(each.id()), missing, scope));
            }
        }
        return sentences;
    }

    /** Perhaps a name is only mistyped, or not imported. */
    private static List<String> hints(Origins.@Nullable Origin origin, List<String> missing, Scope scope) {
        if (origin == null) {
            return List.of();
        }
        var hints = new LinkedHashSet<String>();
        for (String each : missing) {
            String name = each.replaceFirst("^\\w+ ", "").replaceFirst("\\(.*", "");
            int at = Tokens.of(origin.source()).stream()
                    .filter(token -> token.text().equals(name))
                    .findFirst()
                    .map(Tokens.Token::at)
                    .orElse(0);
            String message = "cannot find symbol\n  symbol:   " + each;
            var problem = new Problem("compiler.err.cant.resolve", List.of(message), message, at, true);
            Hints.Found hint = Hints.of(CompileErrors.mistake(problem, origin, scope));
            // A class or a method of a similar name may well be meant for a later cell.
            boolean isGuess = hint != null && "DID_YOU_MEAN".equals(hint.hint().name());
            if (hint != null && (!isGuess || each.startsWith("variable"))) {
                CompileErrors.hint(hint.advice()).stream().map(Ansi::plain).forEach(hints::add);
            }
        }
        return List.copyOf(hints);
    }
}
