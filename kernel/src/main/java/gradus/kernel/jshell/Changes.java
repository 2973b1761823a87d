package gradus.kernel.jshell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** What a new declaration does to what was there before: variables lose their values, methods no longer fit. */
final class Changes {

    private final JShell jshell;

    /** What changed, and the variables that were emptied because of it. */
    private final Map<String, Set<String>> emptied = new LinkedHashMap<>();

    private final Set<String> others = new LinkedHashSet<>();

    Changes(JShell jshell) {
        this.jshell = jshell;
    }

    void see(SnippetEvent event) {
        Snippet snippet = event.snippet();
        Snippet cause = event.causeSnippet();
        boolean isValid = event.status() == Status.VALID;
        if (cause == null || event.previousStatus() != Status.VALID || event.status() == Status.OVERWRITTEN) {
            return;
        }
        if (snippet instanceof VarSnippet variable) {
            if (event.isSignatureChange() || !isValid) {
                emptied.computeIfAbsent(what(cause), key -> new LinkedHashSet<>())
                        .add(variable.name());
            }
        } else if (!isValid && snippet instanceof DeclarationSnippet declared) {
            others.add(RuntimeErrors.nameOf(snippet) + " cannot be used any more, because " + what(cause) + " changed"
                    + reason(declared) + ".");
        } else if (isValid && hasState(snippet)) {
            others.add("The static fields of " + RuntimeErrors.nameOf(snippet) + " start anew, because " + what(cause)
                    + " changed.");
        }
    }

    void lost(Set<String> variables, Snippet cause) {
        if (!variables.isEmpty()) {
            emptied.computeIfAbsent(what(cause), key -> new LinkedHashSet<>()).addAll(variables);
        }
    }

    /** A variable that has a value again. */
    void forget(String variable) {
        emptied.values().forEach(each -> each.remove(variable));
        emptied.values().removeIf(Set::isEmpty);
    }

    /** The variables that were emptied, each with the sentence that says so. */
    Map<String, String> emptied() {
        var byName = new LinkedHashMap<String, String>();
        emptied.forEach((what, names) -> names.forEach(name -> byName.put(name, reset(what, Set.of(name)))));
        return byName;
    }

    /** What to tell; empty if nothing has been lost. */
    List<String> sentences() {
        var all = new ArrayList<String>();
        emptied.forEach((what, names) -> all.add(reset(what, names)));
        all.addAll(others);
        return all;
    }

    private static String reset(String what, Set<String> names) {
        boolean isOne = names.size() == 1;
        return String.join(", ", names) + (isOne ? " was reset: its " : " were reset: their ") + what
                + " changed. Run the " + (isOne ? "cell" : "cells") + " again that gave "
                + (isOne ? "it a value." : "them values.");
    }

    private static String what(Snippet cause) {
        String kind = cause.kind() == Kind.TYPE_DECL
                ? ((TypeDeclSnippet) cause)
                        .subKind()
                        .name()
                        .replace("_SUBKIND", "")
                        .replace("ANNOTATION_TYPE", "annotation")
                        .toLowerCase(Locale.ROOT)
                : cause.kind().name().toLowerCase(Locale.ROOT);
        return kind + " " + RuntimeErrors.nameOf(cause);
    }

    private String reason(DeclarationSnippet declared) {
        String missing = jshell.unresolvedDependencies(declared).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return ": there is no " + missing;
        }
        String fault = fault(jshell, declared);
        return fault.isEmpty() ? "" : ": " + fault;
    }

    /** Why a declaration that was right does not compile any more; empty if it does. */
    static String fault(JShell jshell, DeclarationSnippet declared) {
        return jshell.diagnostics(declared)
                .filter(Diag::isError)
                .map(each -> Problem.of(each, CellPlan.Inserted.NOTHING).lines().get(0))
                .findFirst()
                .orElse("");
    }

    /** Whether it is a class that holds values of its own, which a class that is loaded anew has lost. */
    private static boolean hasState(Snippet snippet) {
        Declared type = snippet instanceof TypeDeclSnippet ? Declared.typeOrNull(snippet.source()) : null;
        return type != null && type.hasStaticVariable();
    }
}
