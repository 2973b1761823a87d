package gradus.kernel.jshell;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;

/**
 * What the names are that a completion offers, and which of them a student means first. JShell gives their text alone; what
 * the session does not know is told by the habits of Java's names.
 *
 * @param variables of the student's
 * @param others the student's methods and classes
 * @param engine the classes of the engine
 */
record CompletionNames(Set<String> variables, Set<String> others, Set<String> engine, Place place) {

    private enum Place {
        /** Where a name begins. */
        START,
        /** Behind the dot of a package. */
        IN_PACKAGE,
        /** Behind the dot of a class or an object. */
        IN_OBJECT,
        CONSTRUCTOR
    }

    private static final int LAST = 1_000;

    private static final Pattern PACKAGE =
            Pattern.compile("(?s).*\\b(?:import\\s+(?:static\\s+)?|java\\.|javax\\.|gradus\\.)" + "(?:[a-z]\\w*\\.)*");

    /** Every object has them, and nobody looks for them. */
    private static final Set<String> OF_OBJECT =
            Set.of("equals(", "getClass()", "hashCode()", "notify()", "notifyAll()", "wait(");

    /** The same in every session. */
    private static final Set<String> ENGINE = new HashSet<>();

    static CompletionNames of(Shell shell, String before) {
        return new CompletionNames(
                active(shell, Snippet.Kind.VAR),
                active(shell, Snippet.Kind.METHOD, Snippet.Kind.TYPE_DECL),
                engine(shell),
                placeBehind(before));
    }

    private static Place placeBehind(String before) {
        String code = before.stripTrailing();
        if (code.endsWith("new") && !code.equals(before)) {
            return Place.CONSTRUCTOR;
        }
        if (!code.endsWith(".")) {
            return Place.START;
        }
        return PACKAGE.matcher(code).matches() ? Place.IN_PACKAGE : Place.IN_OBJECT;
    }

    private static Set<String> active(Shell shell, Snippet.Kind... kinds) {
        return shell.jshell()
                .snippets()
                .filter(each -> Set.of(kinds).contains(each.kind())
                        && shell.jshell().status(each).isActive())
                .map(PersistentSnippet.class::cast)
                .map(PersistentSnippet::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> engine(Shell shell) {
        synchronized (ENGINE) {
            if (ENGINE.isEmpty()) {
                for (String each : DefaultImports.PACKAGES) {
                    if (each.startsWith("gradus.autograd")) {
                        String code = each + ".";
                        shell.analysis().completionSuggestions(code, code.length(), new int[1]).stream()
                                .map(suggestion -> suggestion.continuation())
                                .filter(name -> Character.isUpperCase(name.charAt(0)))
                                .forEach(ENGINE::add);
                    }
                }
            }
            return ENGINE;
        }
    }

    /** The smaller, the earlier: the student's own names, then the engine's, short ones first, then all others. */
    int rank(String text) {
        if (place == Place.IN_OBJECT) {
            return OF_OBJECT.contains(text) ? 1 : 0;
        }
        String name = nameIn(text);
        if (variables.contains(name) || others.contains(name)) {
            return 0;
        }
        return engine.contains(name) ? name.length() : LAST;
    }

    /** {@code class}, {@code function}, {@code instance}, {@code keyword} or {@code module}. */
    String type(String text) {
        String name = nameIn(text);
        boolean isCall = text.endsWith("(") || text.endsWith(")");
        if (place == Place.START && SourceVersion.isKeyword(name)) {
            return "keyword";
        }
        if (isCall) {
            return place == Place.CONSTRUCTOR ? "class" : "function";
        }
        if (place == Place.START && variables.contains(name)) {
            return "instance";
        }
        boolean isConstant = name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT));
        boolean isOfConstants = isConstant && place == Place.IN_OBJECT;
        if (!name.isEmpty() && Character.isUpperCase(name.charAt(0)) && !isOfConstants) {
            return "class";
        }
        return place == Place.IN_PACKAGE
                        || (place == Place.START
                                && List.of("java", "javax", "gradus").contains(name))
                ? "module"
                : "instance";
    }

    private static String nameIn(String text) {
        int end = 0;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }
}
