package gradus.kernel.source;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The declarations of a Java source, as they are written: nothing is compiled.
 *
 * @param entries in their order; those inside of methods are left out
 */
public record JavaSource(List<Declaration> entries) {

    /** The declarations of a compilation unit; none where it is no Java, or where no compiler is there. */
    public static JavaSource of(String unit) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return new JavaSource(List.of());
        }
        var task = (JavacTask)
                compiler.getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(new SourceUnit(unit)));
        try {
            CompilationUnitTree tree = task.parse().iterator().next();
            var reader = new Reader(tree, DocTrees.instance(task), unit);
            reader.scan(tree, null);
            return new JavaSource(List.copyOf(reader.entries));
        } catch (IOException e) {
            return new JavaSource(List.of()); // nothing is read from a disk
        }
    }

    /** The declarations of members of a class, such as methods and variables of a cell. */
    public static JavaSource ofMembers(String members) {
        String wrapper = "Members$";
        return new JavaSource(of("class " + wrapper + " {\n" + members + "\n}").entries().stream()
                .filter(each -> !each.owner().isEmpty())
                .map(each -> each.outOf(wrapper))
                .toList());
    }

    /** A class by its name and those around it, joined by dots. */
    public @Nullable Declaration type(String path) {
        int dot = path.lastIndexOf('.');
        String owner = path.substring(0, Math.max(dot, 0));
        String name = path.substring(dot + 1);
        return entries.stream()
                .filter(each -> each.isType()
                        && each.owner().equals(owner)
                        && each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** A field or constant. */
    public @Nullable Declaration field(String owner, String name) {
        return entries.stream()
                .filter(each -> each.isField()
                        && each.owner().equals(owner)
                        && each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** A method or constructor. */
    public @Nullable Declaration method(String owner, String name, List<String> parameters) {
        return entries.stream()
                .filter(each -> each.isMethod()
                        && each.owner().equals(owner)
                        && each.name().equals(name))
                .filter(each -> each.parameters().equals(parameters))
                .findFirst()
                .orElse(null);
    }

    private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final SourcePositions positions;
        private final String text;
        private final List<Declaration> entries = new ArrayList<>();

        Reader(CompilationUnitTree unit, DocTrees trees, String text) {
            this.unit = unit;
            this.trees = trees;
            this.positions = trees.getSourcePositions();
            this.text = text;
        }

        @Override
        public @Nullable Void visitClass(ClassTree node, @Nullable Void none) {
            add(node, node.getSimpleName().toString(), Declaration.Kind.TYPE, List.of());
            return super.visitClass(node, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree node, @Nullable Void none) {
            boolean isConstructor = node.getName().contentEquals("<init>");
            String owner = owner();
            String name = isConstructor
                    ? owner.substring(owner.lastIndexOf('.') + 1)
                    : node.getName().toString();
            List<String> types = node.getParameters().stream()
                    .map(each -> simple(each.getType().toString()))
                    .toList();
            add(node, name, Declaration.Kind.METHOD, types);
            return null; // what a method declares is its own
        }

        @Override
        public @Nullable Void visitVariable(VariableTree node, @Nullable Void none) {
            add(node, node.getName().toString(), Declaration.Kind.FIELD, List.of());
            return null;
        }

        private void add(Tree node, String name, Declaration.Kind kind, List<String> parameters) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            DocText doc = comment == null ? DocText.NOTHING : DocText.of(comment, trees);
            int start = (int) positions.getStartPosition(unit, node);
            int end = (int) positions.getEndPosition(unit, node);
            String source = start < 0 || end < start ? "" : text.substring(text.lastIndexOf('\n', start) + 1, end);
            entries.add(new Declaration(owner(), name, kind, parameters, doc, source.stripIndent()));
        }

        private String owner() {
            var names = new ArrayList<String>();
            for (TreePath each = getCurrentPath().getParentPath(); each != null; each = each.getParentPath()) {
                if (each.getLeaf() instanceof ClassTree type) {
                    names.add(0, type.getSimpleName().toString());
                }
            }
            return String.join(".", names);
        }
    }

    /** A type without packages and type arguments, as {@code Entry[]} of {@code Map.Entry<K, V>...}. */
    public static String simple(String type) {
        return withoutTypeArguments(type)
                .replaceAll("@\\w+(\\([^)]*\\))?\\s*", "")
                .replaceAll("\\w+\\.(?=\\w)", "")
                .replaceAll("\\s+", "")
                .replace("...", "[]");
    }

    /** {@code Map.keySet()} of {@code Map<K, List<V>>.keySet()}. */
    public static String withoutTypeArguments(String text) {
        String bare = text;
        for (String before = ""; !before.equals(bare); ) {
            before = bare;
            bare = bare.replaceAll("<[^<>]*>", "");
        }
        return bare;
    }
}
