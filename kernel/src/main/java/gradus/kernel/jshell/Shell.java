package gradus.kernel.jshell;

import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** A JShell with the default imports, and the control that runs its snippets. */
record Shell(JShell jshell, CellControl control, SourceCodeAnalysis analysis) {

    /** On demand, so that a class of the student's own simply takes the name. */
    static final List<String> PACKAGES = List.of(
            "java.util",
            "java.util.function",
            "java.util.stream",
            "java.io",
            "java.nio.file",
            "java.math",
            "gradus.autograd",
            "gradus.autograd.data",
            "gradus.autograd.expr",
            "gradus.autograd.init",
            "gradus.autograd.nn",
            "gradus.autograd.optim",
            "gradus.render",
            "gradus.kernel.display",
            "gradus.kernel.work");

    static Shell start() {
        var control = new CellControl(new CellLoader());
        JShell jshell = JShell.builder()
                .executionEngine(new Ready(control), Map.of())
                .in(System.in)
                .out(System.out)
                .err(System.err)
                .compilerOptions(CompilerWarnings.OPTIONS)
                .build();
        for (String each : PACKAGES) {
            jshell.eval("import " + each + ".*;");
        }
        jshell.eval("import static gradus.kernel.display.Display.*;");
        jshell.eval("import static gradus.kernel.work.Kernel.*;");
        return new Shell(jshell, control, jshell.sourceCodeAnalysis());
    }

    void close() {
        jshell.close();
    }

    /** Gives JShell the control that exists already, so that both sides hold the same one. */
    private record Ready(CellControl control) implements ExecutionControlProvider {

        @Override
        public String name() {
            return "gradus";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return control;
        }
    }
}
