package gradus.kernel.jshell;

import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.TypeDeclSnippet;

/** What the names of classes mean in the session now. */
record SessionNames(Shell shell) {

    /** Whether the student's own class would hide one that is imported with its whole package. */
    boolean isImported(String name) {
        JShell jshell = shell.jshell();
        boolean isOwn = jshell.types()
                .anyMatch(
                        each -> each.name().equals(name) && jshell.status(each).isDefined());
        return !isOwn
                && jshell.imports()
                        .filter(each -> !each.isStatic())
                        .map(ImportSnippet::fullname)
                        .filter(each -> each.endsWith(".*"))
                        .anyMatch(each -> exists(each.substring(0, each.length() - 1) + name));
    }

    /** Whether the student has declared a class by these very words, and it stands. */
    boolean isDeclared(String source) {
        return shell.jshell()
                .types()
                .filter(each -> each.source().strip().equals(source.strip()))
                .map(TypeDeclSnippet.class::cast)
                .anyMatch(each -> shell.jshell().status(each) == Status.VALID);
    }

    private boolean exists(String className) {
        try {
            Class.forName(className, false, shell.control().loader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
