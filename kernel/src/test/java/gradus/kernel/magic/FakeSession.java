package gradus.kernel.magic;

import gradus.kernel.session.Cell;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import gradus.kernel.session.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session whose variables are put there by a test; an expression is the name of one. */
final class FakeSession implements Session {

    final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    final List<@Nullable Object> displayed = new ArrayList<>();
    final List<String> evaluated = new ArrayList<>();
    final List<String> ran = new ArrayList<>();
    final List<Path> classpath = new ArrayList<>();
    final List<Cell> history = new ArrayList<>();
    boolean wasReset;

    @Override
    public @Nullable Object eval(String code) {
        evaluated.add(code);
        return variables.get(code);
    }

    @Override
    public @Nullable Value run(String text) {
        ran.add(text);
        return variables.containsKey(text) ? new Value(variables.get(text)) : null;
    }

    @Override
    public long nanosRun() {
        return 1_000L * ran.size();
    }

    @Override
    public MimeBundle render(Supplier<MimeBundle> maker) {
        return maker.get();
    }

    @Override
    public void addToClasspath(List<Path> entries) {
        classpath.addAll(entries);
    }

    @Override
    public List<Path> classpath() {
        return classpath;
    }

    @Override
    public List<Cell> history() {
        return history;
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
