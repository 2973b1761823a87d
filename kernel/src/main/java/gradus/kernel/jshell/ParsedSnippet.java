package gradus.kernel.jshell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import gradus.kernel.source.SourceUnit;
import java.io.IOException;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A snippet as a tree, with the places of its parts in the snippet.
 *
 * @param shift how far the snippet stands behind the beginning of the unit that was parsed
 */
record ParsedSnippet(CompilationUnitTree unit, SourcePositions positions, int shift) {

    /** The names of the class and the method that a snippet is put into. */
    private static final String WRAPPER = "$Cell";

    private static final List<String> PLACES =
            List.of("class $Cell { %s\n }", "class $Cell { void $Cell() throws Throwable { %s\n } }");

    /** The tree of a snippet; null where it is no Java, or no compiler is there. */
    static @Nullable ParsedSnippet of(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        for (String place : PLACES) {
            var problems = new DiagnosticCollector<JavaFileObject>();
            var task = (JavacTask) compiler.getTask(
                    null,
                    null,
                    problems,
                    List.of("-proc:none"),
                    null,
                    List.of(new SourceUnit(place.replace("%s", source))));
            try {
                CompilationUnitTree unit = task.parse().iterator().next();
                if (problems.getDiagnostics().stream().noneMatch(each -> each.getKind() == Diagnostic.Kind.ERROR)) {
                    return new ParsedSnippet(unit, Trees.instance(task).getSourcePositions(), place.indexOf("%s"));
                }
            } catch (IOException e) {
                return null; // nothing is read from a disk
            }
        }
        return null;
    }

    static boolean isWrapper(CharSequence name) {
        return WRAPPER.contentEquals(name);
    }

    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree) - shift;
    }

    /** Index behind its last character. */
    int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree) - shift;
    }

    /** The block, case or class body in which a place lies, the smallest one; null outside of all. */
    @Nullable
    TreePath around(int place) {
        var found = new TreePath[1];
        new TreePathScanner<@Nullable Object, Integer>() {
            @Override
            public @Nullable Object scan(@Nullable Tree tree, Integer at) {
                if (tree == null) {
                    return null;
                }
                Object nothing = super.scan(tree, at);
                boolean isInside = start(tree) <= at && at < end(tree);
                boolean isBody = tree instanceof BlockTree || tree instanceof CaseTree || tree instanceof ClassTree;
                if (isInside && isBody && found[0] == null) {
                    TreePath outer = getCurrentPath() == null ? new TreePath(unit) : getCurrentPath();
                    found[0] = new TreePath(outer, tree);
                }
                return nothing;
            }
        }.scan(unit, place);
        return found[0];
    }
}
