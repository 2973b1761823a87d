package gradus.kernel.jshell;

import gradus.kernel.hint.Scope;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.jspecify.annotations.Nullable;

/** What a running session knows about names, for the hints. */
record SessionScope(Shell shell, Map<String, String> resets) implements Scope {

    /** Where lessons find what is not imported; asked in this order, before all other packages. */
    private static final List<String> PACKAGES = List.of(
            "java.time",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.regex",
            "java.text",
            "java.lang.annotation",
            "java.lang.reflect",
            "java.nio.charset",
            "java.nio",
            "java.net",
            "java.net.http",
            "java.security",
            "java.time.format",
            "java.time.temporal",
            "java.awt",
            "java.awt.image",
            "javax.swing",
            "javax.imageio",
            "org.jfree.chart",
            "org.jfree.chart.plot",
            "org.jfree.data.xy",
            "org.jfree.data.category");

    private static final Pattern OF_CELL = Pattern.compile("(?:REPL\\.)?\\$JShell\\$\\w+\\.");

    @Override
    public List<String> names() {
        return suggestions("");
    }

    @Override
    public List<String> members(String type, boolean ofTheClass) {
        String plain = OF_CELL.matcher(type).replaceAll("");
        return suggestions(ofTheClass ? plain.replaceFirst("<.*", "") + "." : "((" + plain + ") null).");
    }

    private List<String> suggestions(String code) {
        return shell.analysis().completionSuggestions(code, code.length(), new int[1]).stream()
                .map(Suggestion::continuation)
                .map(each -> each.replaceFirst("\\(.*", "("))
                .filter(each -> !each.startsWith("$"))
                .distinct()
                .toList();
    }

    @Override
    public List<String> constructors(String className) {
        String code = "new " + className + "(";
        return shell.analysis().documentation(code, code.length(), false).stream()
                .map(each -> Signature.of(each.signature()))
                .map(each -> each.name() + "(" + String.join(", ", each.types()) + ")")
                .toList();
    }

    @Override
    public @Nullable String importOf(String className) {
        if (!className.matches("[A-Z][\\w$]*")) {
            return null;
        }
        return Stream.concat(PACKAGES.stream(), JdkPackages.ofModules("java."))
                .map(each -> each + "." + className)
                .filter(new SessionClasses(shell)::isPublic)
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<String> missingFor(String name) {
        JShell jshell = shell.jshell();
        return jshell.snippets()
                .filter(each -> each instanceof DeclarationSnippet
                        && ((PersistentSnippet) each).name().equals(name))
                .filter(each -> jshell.status(each).isActive())
                .flatMap(each -> jshell.unresolvedDependencies((DeclarationSnippet) each))
                .toList();
    }

    @Override
    public @Nullable String resetOf(String variable) {
        return resets.get(variable);
    }

    @Override
    public boolean isA(String type, String other) {
        Class<?> sub = typed(type);
        Class<?> sup = typed(other);
        return sub != null && sup != null && sup.isAssignableFrom(sub);
    }

    /** The class that a name means in a cell. */
    private @Nullable Class<?> typed(String name) {
        Matcher erased =
                Pattern.compile("[\\w.$]+").matcher(OF_CELL.matcher(name).replaceAll(""));
        if (!erased.lookingAt()) {
            return null;
        }
        return new SessionClasses(shell).find(erased.group());
    }
}
