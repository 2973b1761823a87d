package gradus.kernel.jshell;

import gradus.kernel.hint.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/** A JShell with the default imports, and the control that runs its snippets. */
record Shell(
        JShell jshell,
        CellControl control,
        SourceCodeAnalysis analysis,
        @Nullable Inside inside,
        @Nullable Immediate immediate) {

    /** So many snippets may be gone before it is worth the time to forget them. */
    private static final int DEAD = 50;

    static Shell start() {
        var control = new CellControl(new CellLoader());
        var ids = new AtomicInteger();
        JShell jshell = JShell.builder()
                // JShell's own are those of a name: what is declared anew has the id of the old.
                .idGenerator((snippet, index) -> String.valueOf(ids.incrementAndGet()))
                .executionEngine(new Ready(control), Map.of())
                .in(System.in)
                .out(System.out)
                .err(System.err)
                .compilerOptions(CompilerWarnings.OPTIONS)
                .build();
        DefaultImports imports = DefaultImports.into(jshell, control.loader());
        Inside inside = Inside.of(jshell);
        Immediate immediate = inside == null ? null : new Immediate(inside, imports, control);
        if (immediate != null) {
            immediate.warmUp();
        }
        return new Shell(jshell, control, jshell.sourceCodeAnalysis(), inside, immediate);
    }

    Syntax syntax() {
        return new Syntax(inside == null ? Syntax::parse : inside.compiler());
    }

    /** Whether JShell may list packages in the background, as it does from its start. */
    Shell mayIndex(boolean may) {
        if (inside != null) {
            inside.mayIndex(analysis, may);
        }
        return this;
    }

    /** Evaluates a snippet, in the place of another that declares the same name in other words. */
    List<SnippetEvent> eval(String source) {
        if (inside == null) {
            return jshell.eval(source);
        }
        List<String> words = words(source);
        String type = Declared.of(source).name();
        String name = type.isEmpty() ? Declared.variable(Tokens.of(source)) : type;
        var renewed = new HashMap<Snippet, String>();
        jshell.snippets()
                .filter(each -> each instanceof DeclarationSnippet declared
                        && declared.name().equals(name)
                        && isThere(each)
                        && !words(each.source()).equals(words))
                .forEach(each -> renewed.put(each, wrap(each)));
        renewed.keySet().forEach(inside::renew);
        List<SnippetEvent> events = jshell.eval(source);
        renewed.forEach((old, wrap) -> {
            if (isThere(old) && wrap.equals(wrap(old))) {
                inside.keep(old);
            }
        });
        return events;
    }

    /** The full name of the class that JShell has wrapped around a snippet. */
    String wrap(Snippet snippet) {
        return analysis.wrapper(snippet).fullClassName();
    }

    /**
     * Forgets what is declared anew or failed, once it is worth the time. Called once a cell.
     *
     * @return the wraps of which classes are or may come into use; null if nothing was forgotten
     */
    @Nullable
    Set<String> tidy() {
        if (inside == null) {
            return null;
        }
        if (inside.size() < DEAD + jshell.snippets().filter(this::isThere).count()) {
            return null;
        }
        Set<String> alive = control.classes().alive();
        Set<String> needed = inside.forgetDead(jshell, alive);
        control.classes().retain(needed);
        return Stream.concat(alive.stream(), needed.stream()).collect(Collectors.toSet());
    }

    private boolean isThere(Snippet snippet) {
        return jshell.status(snippet).isActive();
    }

    /** Each word with its line: JShell compiles what stands on other lines anew. */
    private static List<String> words(String source) {
        var words = new ArrayList<String>();
        int line = 0;
        int seen = 0;
        for (Tokens.Token each : Tokens.of(source)) {
            line += Origins.lines(source.substring(seen, each.at())) - 1;
            seen = each.at();
            words.add(line + " " + each.text());
        }
        return words;
    }

    void close() {
        mayIndex(true);
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
