package gradus.kernel.jshell;

import static gradus.kernel.jshell.Reflection.call;
import static gradus.kernel.jshell.Reflection.field;
import static gradus.kernel.jshell.Reflection.method;
import static gradus.kernel.jshell.Reflection.read;
import static gradus.kernel.jshell.Reflection.result;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl.RunException;
import org.jspecify.annotations.Nullable;

/**
 * What a JShell can do and has no public door for. The manifest opens its package; each use has a public way that is
 * slower, for a JDK that is built otherwise.
 */
final class Inside {

    private final Object maps;
    private final SessionCompiler compiler;
    private final Object eval;
    private final Map<?, ?> classFiles;
    private final Method imports;
    private final Method key;
    private final Method bytes;
    private final Method told;
    private final Field sequence;
    private final Field outer;
    private final Method wrapName;
    private final Set<Snippet> snippets;
    private final List<@Nullable Snippet> byIndex;
    private final Map<?, ? extends Set<?>> dependencies;
    private final Map<?, ?> wraps;
    private final Map<?, ?> tracked;
    private final Method suspend;
    private final Method resume;
    private boolean mayIndex = true;

    @SuppressWarnings("unchecked") // as the fields are declared
    private Inside(JShell jshell) throws ReflectiveOperationException {
        maps = read(jshell, "maps");
        compiler = new SessionCompiler(jshell);
        eval = read(jshell, "eval");
        classFiles = (Map<?, ?>) read(read(read(jshell, "taskFactory"), "fileManager"), "classObjects");
        imports = method(maps.getClass(), "packageAndImportsExcept", Set.class, Collection.class);
        key = method(Snippet.class, "key");
        bytes = method(inner("MemoryFileManager$OutputMemoryJavaFileObject"), "getBytes");
        told = method(eval.getClass(), "asJShellException", Throwable.class);
        sequence = field(Snippet.class, "seq");
        outer = field(Snippet.class, "outer");
        wrapName = method(inner("OuterWrap"), "className");
        snippets = (Set<Snippet>) read(maps, "snippets");
        byIndex = (List<@Nullable Snippet>) read(maps, "keyIndexToSnippet");
        dependencies = (Map<?, ? extends Set<?>>) read(maps, "dependencies");
        wraps = (Map<?, ?>) read(read(jshell, "outerMap"), "classOuters");
        tracked = (Map<?, ?>) read(read(jshell, "classTracker"), "map");
        suspend = method(inner("SourceCodeAnalysisImpl"), "suspendIndexing");
        resume = method(inner("SourceCodeAnalysisImpl"), "resumeIndexing");
    }

    /** The inside of a JShell; null where it is shut. */
    static @Nullable Inside of(JShell jshell) {
        try {
            JdkPackages.tell();
            return new Inside(jshell);
        } catch (ReflectiveOperationException | IOException | RuntimeException e) {
            return null;
        }
    }

    /**
     * The package of the session, and on one line all imports, with those of what the session has declared.
     *
     * @param unneeded snippets of imports to leave out
     */
    String imports(List<Snippet> unneeded) {
        Set<Object> except = unneeded.stream().map(each -> result(key, each)).collect(Collectors.toSet());
        String[] lines = result(imports, maps, except, null).toString().split("\n", 2);
        return lines[0] + "\n" + lines[1].replace('\n', ' ') + "\n";
    }

    SessionCompiler compiler() {
        return compiler;
    }

    /** What a run threw, with the snippets and their lines in its stack, as an event of JShell's has it. */
    JShellException told(RunException thrown) {
        return (JShellException) result(told, eval, thrown);
    }

    /**
     * Gives what takes the place of a snippet a class of its own from the start. JShell would compile it into the old class
     * first, find that a loaded class cannot be changed, and begin again.
     */
    void renew(Snippet old) {
        count(old, 1);
    }

    /** Takes that back for a snippet that nothing has replaced: else it lost its value when it is compiled again. */
    void keep(Snippet old) {
        count(old, -1);
    }

    private void count(Snippet old, int classes) {
        try {
            sequence.setInt(old, sequence.getInt(old) + classes);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Whether JShell may list packages in the background, as it does from its start. A session that is held back is held
     * in memory too.
     */
    void mayIndex(SourceCodeAnalysis analysis, boolean may) {
        if (mayIndex != may) {
            mayIndex = may;
            call(may ? resume : suspend, analysis);
        }
    }

    /** How many snippets are remembered, those that are gone included. */
    int size() {
        return snippets.size();
    }

    /**
     * Forgets the snippets that are gone, which JShell would keep for ever, and look through at each run of the compiler.
     *
     * @param running the wraps of which classes may still be in use: where their lines stand is kept
     * @return the wraps that what is declared now may need
     */
    Set<String> forgetDead(JShell jshell, Set<String> running) {
        snippets.removeIf(each -> !jshell.status(each).isActive());
        byIndex.replaceAll(each -> each != null && jshell.status(each).isActive() ? each : null);
        dependencies.values().forEach(each -> each.removeIf(index -> byIndex.get((Integer) index) == null));
        dependencies.values().removeIf(Set::isEmpty);
        Set<String> needed = needed();
        compiler.forget(each -> !needed.contains(CellClasses.wrapOf(each)));
        tracked.keySet().removeIf(each -> !needed.contains(CellClasses.wrapOf((String) each)));
        wraps.keySet().removeIf(each -> !needed.contains((String) each) && !running.contains((String) each));
        return needed;
    }

    /** The wraps of the snippets that are there, and those that their class files name: the compiler reads them all. */
    private Set<String> needed() {
        var files = new HashMap<String, List<Object>>();
        classFiles.forEach((name, file) -> files.computeIfAbsent(
                        String.valueOf(CellClasses.wrapOf((String) name)), key -> new ArrayList<>())
                .add(file));
        var needed = new HashSet<String>();
        var next = new ArrayDeque<String>();
        for (Snippet each : snippets) {
            next.add((String) result(wrapName, read(outer, each)));
        }
        while (!next.isEmpty()) {
            String wrap = next.remove();
            if (needed.add(wrap)) {
                for (Object file : files.getOrDefault(wrap, List.of())) {
                    next.addAll(CellClasses.wrapsIn((byte[]) result(bytes, file)));
                }
            }
        }
        return needed;
    }

    static Class<?> inner(String name) throws ClassNotFoundException {
        return Class.forName(JShell.class.getPackageName() + "." + name);
    }
}
