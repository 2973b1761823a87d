package gradus.kernel.jshell;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Whether text can be Java at all, whatever its names mean; JShell answers only whether it compiles now. */
final class Syntax {

    /** The places where a snippet may stand: in a method, in a class, as a value, alone. */
    private static final List<String> PLACES = List.of(
            "class A { void a() throws Throwable { %s\n; } }",
            "class A { %s\n }", "class A { Object a = %s\n; }", "%s\n");

    private Syntax() {}

    static boolean isJava(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        return compiler == null || PLACES.stream().anyMatch(each -> parses(compiler, each.replace("%s", source)));
    }

    private static boolean parses(JavaCompiler compiler, String unit) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        var task = (JavacTask)
                compiler.getTask(null, null, problems, List.of("-proc:none"), null, List.of(new Unit(unit)));
        try {
            task.parse();
        } catch (IOException e) {
            return true; // nothing is read from a disk; without a verdict, the compiler will have the last word
        }
        return problems.getDiagnostics().stream().noneMatch(each -> each.getKind() == Diagnostic.Kind.ERROR);
    }

    private static final class Unit extends SimpleJavaFileObject {

        private final String text;

        Unit(String text) {
            super(URI.create("string:///A.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
