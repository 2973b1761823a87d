package gradus.kernel;

import gradus.kernel.display.Display;
import gradus.kernel.display.Renderers;
import gradus.kernel.jshell.JavaSession;
import gradus.kernel.session.Cell;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import gradus.kernel.session.SourceLine;
import gradus.kernel.session.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The running Java session as magics see it. */
record JavaOfNotebook(JavaSession java, CellInterpreter cells) implements Session {

    @Override
    public @Nullable Object eval(String code) throws CellFailure {
        Value value = java.run(code, 0, 1);
        return value == null ? null : value.object();
    }

    @Override
    public @Nullable Value run(String text) throws CellFailure {
        return cells.runInside(text);
    }

    @Override
    public @Nullable Value runApart(String text) throws CellFailure {
        return cells.runApart(text);
    }

    @Override
    public long nanosRun() {
        return java.nanosRun();
    }

    @Override
    public void interrupt() {
        cells.interrupt();
    }

    @Override
    public Map<String, @Nullable Object> variables() {
        return java.variables();
    }

    @Override
    public List<String> redefined(String code) {
        return java.redefined(code);
    }

    @Override
    public @Nullable String typeOf(String variable) {
        return java.typeOf(variable);
    }

    @Override
    public void declare(String type, String name, Object value) throws CellFailure {
        java.declare(type, name, value);
    }

    @Override
    public @Nullable Throwable lastFailure() {
        return java.lastFailure();
    }

    @Override
    public boolean isOfCell(String className) {
        return JavaSession.isOfCell(className);
    }

    @Override
    public SourceLine lineOf(StackTraceElement frame) {
        return java.lineOf(frame);
    }

    @Override
    public void reset() {
        java.reset();
        Renderers.reset();
    }

    @Override
    public MimeBundle render(Supplier<MimeBundle> maker) throws CellFailure {
        return java.render(null, none -> maker.get());
    }

    @Override
    public void addToClasspath(List<Path> entries) {
        java.addToClasspath(entries);
    }

    @Override
    public List<Path> classpath() {
        return java.classpath();
    }

    @Override
    public List<Cell> history() {
        return cells.history();
    }

    @Override
    public void display(@Nullable Object value) {
        Display.display(value);
    }
}
