package gradus.kernel.magic;

import gradus.kernel.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session whose variables are put there by a test; an expression is the name of one. */
final class FakeSession implements Session {

    final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    final List<@Nullable Object> displayed = new ArrayList<>();
    boolean wasReset;

    @Override
    public @Nullable Object eval(String code) {
        return variables.get(code);
    }

    @Override
    public Map<String, @Nullable Object> variables() {
        return variables;
    }

    @Override
    public @Nullable String typeOf(String variable) {
        Object value = variables.get(variable);
        return value == null ? null : value.getClass().getSimpleName();
    }

    @Override
    public void declare(String type, String name, Object value) {
        variables.put(name, value);
    }

    @Override
    public void reset() {
        wasReset = true;
        variables.clear();
    }

    @Override
    public void display(@Nullable Object value) {
        displayed.add(value);
    }
}
