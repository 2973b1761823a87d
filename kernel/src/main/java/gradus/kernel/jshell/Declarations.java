package gradus.kernel.jshell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

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
        boolean waits =
                event.status() == Status.RECOVERABLE_DEFINED || event.status() == Status.RECOVERABLE_NOT_DEFINED;
        if (waits && event.causeSnippet() == null && event.snippet() instanceof DeclarationSnippet declared) {
            waiting.add(declared);
        }
    }

    /** A class that has only been announced so far. */
    void outline(Snippet snippet) {
        outlines.add(snippet);
    }

    /** Takes back what was announced and never came; gives the sentences to tell. */
    List<String> end() {
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
            }
        }
        return sentences;
    }
}
