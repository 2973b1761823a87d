package gradus.kernel.jshell;

import gradus.kernel.hint.Tokens;
import gradus.kernel.hint.Tokens.Token;
import gradus.kernel.jshell.CellPlan.Inserted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import jdk.jshell.JShellException;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ExecutionControlException;
import jdk.jshell.spi.ExecutionControl.RunException;
import jdk.jshell.spi.ExecutionControl.StoppedException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a piece of a cell that declares nothing. JShell would make a snippet of it: it reads the text, asks for the type of
 * the value, tries it, compiles it, and keeps all of that for ever. Here it is compiled once and forgotten.
 */
final class Immediate {

    private static final String METHOD = "do_it$";
    private static final String RETURN = "return (";

    private final Inside inside;
    private final DefaultImports imports;
    private final CellControl control;
    private int count;

    Immediate(Inside inside, DefaultImports imports, CellControl control) {
        this.inside = inside;
        this.imports = imports;
        this.control = control;
    }

    /**
     * A piece that is compiled and loaded.
     *
     * @param id tells it from all others, as JShell's numbers tell snippets
     */
    record Ready(String id, String className, boolean hasValue, List<Problem> warnings) {}

    /** What a run gave, or threw. */
    record Outcome(@Nullable Object value, @Nullable JShellException failure) {}

    /**
     * Compiles a piece that nobody runs. The first run of a compiler reads the JDK and lists the class path, which takes
     * longer than a cell should; it is done while the client is still connecting.
     */
    void warmUp() {
        var piece = new Snippets.Piece("1 + 1", 0, Completeness.COMPLETE);
        Ready ready = ready(CellPlan.asItIs(piece), true);
        if (ready != null) {
            control.classes().forget(ready.className());
        }
    }

    /** Lets the compiler read all that a cell may use without an import. */
    void readImports() {
        inside.compiler().compile("REPL.$Imports", inside.imports(List.of()) + "class $Imports {}");
    }

    /**
     * Makes a piece ready to run.
     *
     * @param wantsValue whether the value of an expression is shown, so that the piece is read as one where it can be
     * @return null where it declares something, or does not compile: JShell has the better words for that
     */
    @Nullable
    Ready ready(CellPlan.Step step, boolean wantsValue) {
        List<Token> tokens = Tokens.of(step.source());
        // Of a declaration that is missed here it is found out below.
        if (tokens.isEmpty()
                || tokens.get(0).isOneOf(";", "@", "import")
                || Declared.of(step.source()).isDeclaration()
                || Declared.variable(tokens) != null) {
            return null;
        }
        String last = tokens.get(tokens.size() - 1).text();
        boolean isExpression = wantsValue
                && !(last.equals("}") && !tokens.get(0).text().equals("new"))
                // The type that is wanted decides what a switch makes of the types of its branches.
                && tokens.stream().noneMatch(each -> each.text().equals("switch"))
                && !Tokens.isAssignment(step.source());
        if (isExpression) {
            int end = tokens.get(tokens.size() - (last.equals(";") ? 2 : 1)).end();
            Ready value = compiled(step, "return (", step.source().substring(0, end) + "\n);", true);
            if (value != null) {
                return value;
            }
        }
        // Behind a condition a declaration is an error, not a variable that nobody sees again.
        return compiled(step, "if (true) ", step.source() + "\n; return null;", false);
    }

    /** Makes the statements of a text ready, whose variables are its own; null where they do not compile so. */
    @Nullable
    Ready ready(Apart text) {
        String before = text.whole().source().substring(0, text.last());
        String last = text.lastStatement();
        String open = "if (true) {"; // what stands behind the block can be reached, whatever it ends in
        if (!Tokens.isAssignment(last)) {
            String value = last.strip().replaceFirst(";$", "");
            var inserted = new Inserted(text.last(), RETURN.length());
            var step = new CellPlan.Step(text.whole(), before + RETURN + value, inserted, false);
            Ready ready = compiled(step, open, step.source() + "\n); } return null;", true);
            if (ready != null) {
                return ready;
            }
        }
        return compiled(CellPlan.asItIs(text.whole()), open, before + last + "\n} return null;", false);
    }

    private @Nullable Ready compiled(CellPlan.Step step, String before, String source, boolean hasValue) {
        String id = "C" + ++count;
        String name = "$JShell$" + id;
        // As many lines as JShell puts before a snippet.
        String needed = inside.imports(imports.unneeded(source, Tokens.of(source)));
        String head = needed + "class " + name + " {\npublic static java.lang.Object " + METHOD
                + "() throws java.lang.Throwable {\n" + before;
        SessionCompiler.Compiled compiled = inside.compiler().compile("REPL." + name, head + source + "\n}}\n");
        if (!compiled.isDone()) {
            return null;
        }
        try {
            control.load(compiled.classes().toArray(ClassBytecodes[]::new));
        } catch (ExecutionControlException e) {
            return null;
        }
        var inserted = new Inserted(0, head.length(), step.inserted());
        List<Problem> warnings = new ArrayList<>();
        for (Diagnostic<?> each : compiled.diagnostics()) {
            warnings.add(Problem.of(
                    each.getCode(),
                    each.getMessage(null),
                    each.getMessage(Locale.ENGLISH),
                    inserted.before((int) each.getPosition()),
                    false));
        }
        return new Ready(id, "REPL." + name, hasValue, warnings);
    }

    /** Runs it; neither a value nor a failure means that it was stopped. */
    Outcome run(Ready ready) throws ExecutionControlException {
        try {
            control.invoke(ready.className(), METHOD);
            return new Outcome(control.takeValue(), null);
        } catch (StoppedException e) {
            return new Outcome(null, null);
        } catch (RunException e) {
            return new Outcome(null, inside.told(e));
        } finally {
            control.classes().forget(ready.className());
        }
    }
}
