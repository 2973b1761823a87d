package gradus.kernel;

import gradus.kernel.display.Renderers;
import gradus.kernel.jshell.JavaSession;
import gradus.kernel.session.Cell;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Completeness;
import gradus.kernel.session.Completion;
import gradus.kernel.session.Interpreter;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Value;
import org.jspecify.annotations.Nullable;

/** A cell as a whole: Java text and magic lines, in their order. */
public final class CellInterpreter implements Interpreter {

    private final JavaSession java = new JavaSession();

    @Override
    public @Nullable MimeBundle run(Cell cell) throws CellFailure {
        Value value = java.run(cell.code(), cell.number(), 1);
        return value == null ? null : Renderers.render(value.object());
    }

    @Override
    public MimeBundle evaluate(String expression) throws CellFailure {
        Value value = java.run(expression, 0, 1);
        return Renderers.render(value == null ? null : value.object());
    }

    @Override
    public Completion complete(String code, int cursor) {
        return Completion.none(cursor);
    }

    @Override
    public @Nullable MimeBundle inspect(String code, int cursor, int detail) {
        return null;
    }

    @Override
    public Completeness completeness(String code) {
        return Completeness.of(Completeness.State.UNKNOWN);
    }

    @Override
    public void interrupt() {
        java.interrupt();
    }
}
