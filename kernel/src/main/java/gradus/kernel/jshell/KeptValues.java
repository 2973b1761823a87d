package gradus.kernel.jshell;

import gradus.kernel.hint.Tokens;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * What the variables of a session hold before a declaration that may fail. JShell forgets the old declaration, and empties
 * what uses it, before it knows whether the new one compiles; and a variable whose initializer throws would be empty.
 */
final class KeptValues {

    private final Shell shell;

    /** For each variable the class that holds it, which lives on beside the one that takes its place. */
    private final Map<String, String> holders = new LinkedHashMap<>();

    private final Map<String, String> types = new HashMap<>();

    KeptValues(Shell shell) {
        this.shell = shell;
        shell.jshell()
                .variables()
                .filter(each -> shell.jshell().status(each) == Status.VALID)
                .forEach(each -> holders.put(each.name(), shell.wrap(each)));
        shell.jshell().types().forEach(each -> types.put(each.name(), shell.wrap(each)));
    }

    /**
     * Gives the variables back what they held that were computed from a variable or method that is declared anew: to JShell
     * they are parts of one program, and start again together. What depends on a class does.
     *
     * @return the variables that have their values again
     */
    Set<String> keep(List<SnippetEvent> events) {
        List<Snippet> declared = events.stream()
                .filter(each -> each.causeSnippet() == null)
                .map(SnippetEvent::snippet)
                .toList();
        var kept = new LinkedHashSet<String>();
        if (declared.stream().noneMatch(TypeDeclSnippet.class::isInstance)) {
            shell.jshell()
                    .variables()
                    .filter(each -> !declared.contains(each)
                            && !shell.wrap(each).equals(holders.get(each.name()))
                            && isOfOldTypes(each)
                            && giveBack(each))
                    .forEach(each -> kept.add(each.name()));
        }
        return kept;
    }

    /** A list of objects, too, fits no more where their class has been compiled anew. */
    private boolean isOfOldTypes(VarSnippet variable) {
        Set<String> named =
                Tokens.of(variable.typeName()).stream().map(Tokens.Token::text).collect(Collectors.toSet());
        return shell.jshell()
                .types()
                .filter(each -> named.contains(each.name()))
                .allMatch(each -> shell.wrap(each).equals(types.get(each.name())));
    }

    /**
     * Declares anew what has been taken away in vain.
     *
     * @param events of a snippet that was rejected
     * @return the variables that have lost their values all the same
     */
    Set<String> restore(List<SnippetEvent> events, Origins origins) {
        for (SnippetEvent event : events) {
            if (event.status() == Status.OVERWRITTEN && event.previousStatus().isActive()) {
                declare(event.snippet(), origins);
            }
        }
        var lost = new LinkedHashSet<>(holders.keySet());
        shell.jshell().variables().filter(this::giveBack).forEach(each -> lost.remove(each.name()));
        return lost;
    }

    private void declare(Snippet old, Origins origins) {
        // Its value is there already, and what computed it may have had effects.
        String source =
                old instanceof VarSnippet variable ? variable.typeName() + " " + variable.name() + ";" : old.source();
        Origins.Origin origin = origins.of(old.id());
        for (SnippetEvent event : shell.eval(source)) {
            if (event.causeSnippet() == null && origin != null) {
                origins.put(event.snippet(), origin);
            }
        }
        origins.see(shell);
    }

    /**
     * Lets a variable hold what the one of its name held before.
     *
     * @return whether it does
     */
    boolean giveBack(VarSnippet variable) {
        String before = holders.get(variable.name());
        return before != null
                && shell.jshell().status(variable) == Status.VALID
                && shell.control().copy(variable.name(), before, shell.wrap(variable));
    }
}
