package gradus.kernel.jshell;

import gradus.kernel.hint.Tokens;
import gradus.kernel.hint.Tokens.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** Names that cells have taken from the kernel or from Java: Java finds what a cell declares first. */
record Redefinitions(Shell shell) {

    /** A class or variable of such a name hides whole packages. */
    private static final Set<String> PACKAGES = Set.of("java", "javax", "jdk", "gradus");

    /** Those that stand in a Java text, in their order. */
    List<String> in(String code) {
        var found = new LinkedHashSet<String>();
        List<Token> tokens = Tokens.of(code);
        for (int i = 0; i < tokens.size(); i++) {
            boolean isMember = i > 0 && tokens.get(i - 1).text().equals(".");
            if (tokens.get(i).isWord() && !isMember && isRedefined(tokens.get(i).text())) {
                found.add(tokens.get(i).text());
            }
        }
        return new ArrayList<>(found);
    }

    private boolean isRedefined(String name) {
        boolean isNamed = isType(name) || PACKAGES.contains(name);
        return (isNamed && hidesType(name)) || (isMethod(name) && hidesMethod(name));
    }

    /** A variable, too, is found before a class. */
    private boolean hidesType(String name) {
        JShell jshell = shell.jshell();
        return has(jshell.types().map(TypeDeclSnippet::name), name)
                || has(jshell.variables().map(VarSnippet::name), name)
                || ofCells().anyMatch(each -> !each.isStatic() && isLast(each, name));
    }

    private boolean hidesMethod(String name) {
        return has(shell.jshell().methods().map(MethodSnippet::name), name)
                || ofCells().anyMatch(each -> each.isStatic() && gives(each, name));
    }

    private static boolean has(Stream<String> names, String name) {
        return names.anyMatch(name::equals);
    }

    private boolean isType(String name) {
        return Stream.concat(
                        Stream.of("java.lang."),
                        DefaultImports.PACKAGES.stream().map(each -> each + "."))
                .anyMatch(each -> find(each + name) != null);
    }

    private boolean isMethod(String name) {
        return DefaultImports.STATICS.stream().anyMatch(each -> hasMethod(each, name));
    }

    /** The imports that are not the kernel's own. */
    private Stream<ImportSnippet> ofCells() {
        return shell.jshell()
                .imports()
                .filter(each -> !DefaultImports.STATICS.contains(owner(each))
                        && !DefaultImports.PACKAGES.contains(owner(each)));
    }

    /** Whether an import brings a method: by its name, or with all of a class. */
    private boolean gives(ImportSnippet each, String name) {
        return each.fullname().endsWith(".*") ? hasMethod(owner(each), name) : isLast(each, name);
    }

    private static boolean isLast(ImportSnippet each, String name) {
        return each.fullname().endsWith("." + name);
    }

    private static String owner(ImportSnippet each) {
        return each.fullname().replaceFirst("\\.[^.]*$", "");
    }

    private boolean hasMethod(String className, String name) {
        Class<?> type = find(className);
        return type != null
                && Stream.of(type.getMethods()).anyMatch(each -> each.getName().equals(name));
    }

    private @Nullable Class<?> find(String className) {
        try {
            return Class.forName(className, false, shell.control().loader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
