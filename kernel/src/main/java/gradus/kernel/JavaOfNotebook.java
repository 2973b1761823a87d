package gradus.kernel;

import gradus.kernel.display.Display;
import gradus.kernel.jshell.JavaSession;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.kernel.session.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The running Java session as magics see it. */
record JavaOfNotebook(JavaSession java) implements Session {

    @Override
    public @Nullable Object eval(String code) throws CellFailure {
        Value value = java.run(code, 0, 1);
        return value == null ? null : value.object();
    }

    @Override
    public Map<String, @Nullable Object> variables() {
        return java.variables();
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
    public void reset() {
        java.reset();
    }

    @Override
    public void display(@Nullable Object value) {
        Display.display(value);
    }
}
