package gradus.kernel.jshell;

import com.sun.source.util.JavacTask;
import gradus.kernel.source.SourceUnit;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Whether text can be Java at all, whatever its names mean; JShell answers only whether it compiles now.
 *
 * @param parser reads the text
 */
record Syntax(Parser parser) {

    /** The parser of a compiler. */
    interface Parser {

        /** What it finds in a compilation unit. */
        List<Diagnostic<? extends JavaFileObject>> parse(String unit);
    }

    /** The places where a snippet may stand: in a method, in a class, as a value, alone. */
    private static final List<String> PLACES = List.of(
            "class A { void a() throws Throwable { %s\n; } }",
            "class A { %s\n }", "class A { Object a = %s\n; }", "%s\n");

    /**
     * The first snippet of a cell that is no Java; null if each is. A cell without a mistake is parsed once, as a class of
     * all its snippets.
     */
    Snippets.@Nullable Piece firstBroken(List<Snippets.Piece> pieces) {
        if (pieces.size() < 2 || first(asClass(pieces), "%s") == null) {
            return null;
        }
        return pieces.stream()
                .filter(each -> !isJava(each.source()))
                .findFirst()
                .orElse(null);
    }

    private static String asClass(List<Snippets.Piece> pieces) {
        var imports = new StringBuilder();
        var members = new StringBuilder();
        for (Snippets.Piece each : pieces) {
            String source = each.source();
            if (source.startsWith("import ")) {
                imports.append(source).append('\n');
            } else if (Declared.of(source).isDeclaration()) {
                members.append(source).append('\n');
            } else {
                boolean isValue = !source.endsWith(";") && !source.endsWith("}");
                members.append("{ ")
                        .append(isValue ? "Object $ = " : "")
                        .append(source)
                        .append("\n; }\n");
            }
        }
        return imports + "class A {\n" + members + "}\n";
    }

    boolean isJava(String source) {
        return problems(source).isEmpty();
    }

    /** The first error in the place where the parser gets farthest; empty if there is a place without one. */
    List<Problem> problems(String source) {
        Problem farthest = null;
        for (String place : PLACES) {
            Problem first = first(source, place);
            if (first == null) {
                return List.of();
            }
            farthest = farthest == null || first.at() > farthest.at() ? first : farthest;
        }
        return farthest == null ? List.of() : List.of(farthest);
    }

    private @Nullable Problem first(String source, String place) {
        return parser.parse(place.replace("%s", source)).stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .map(each -> Problem.of(
                        each.getCode(),
                        each.getMessage(null),
                        each.getMessage(Locale.ENGLISH),
                        (int) Math.min(each.getPosition() - place.indexOf("%s"), source.length()),
                        true))
                .orElse(null);
    }

    /** With a compiler of its own. */
    static List<Diagnostic<? extends JavaFileObject>> parse(String unit) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return List.of();
        }
        var problems = new DiagnosticCollector<JavaFileObject>();
        var task = (JavacTask)
                compiler.getTask(null, null, problems, List.of("-proc:none"), null, List.of(new SourceUnit(unit)));
        try {
            task.parse();
        } catch (IOException e) {
            return List.of(); // nothing is read from a disk; without a verdict, the compiler will have the last word
        }
        return problems.getDiagnostics();
    }
}
