package gradus.kernel.jshell;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.RunException;
import org.jspecify.annotations.Nullable;

/**
 * What a JShell can do and has no public door for. The manifest opens its package; each use has a public way that is
 * slower, for a JDK that is built otherwise.
 */
final class Inside {

    /** What came of a run of the compiler; without classes where it failed. */
    record Compiled(List<ClassBytecodes> classes, List<Diagnostic<?>> diagnostics) {

        boolean isDone() {
            return !classes.isEmpty();
        }
    }

    /** New compilers cost some 30 ms, and each cell leaves some 5 KB in an old one. */
    private static final int USES = 1_000;

    private final Object maps;
    private final Object tasks;
    private final Object eval;
    private final Map<?, ?> classFiles;
    private final Class<?> worker;
    private final Constructor<?> outerWrap;
    private final Method simpleWrap;
    private final Method imports;
    private final Method compile;
    private final Method compileTask;
    private final Field generated;
    private final Field diagnostics;
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
    private final Method newCompilers;
    private int uses;

    @SuppressWarnings("unchecked") // as the fields are declared
    private Inside(JShell jshell) throws ReflectiveOperationException {
        maps = valueOf(jshell, "maps");
        tasks = valueOf(jshell, "taskFactory");
        eval = valueOf(jshell, "eval");
        classFiles = (Map<?, ?>) valueOf(valueOf(tasks, "fileManager"), "classObjects");
        worker = inner("TaskFactory$Worker");
        outerWrap = inner("OuterWrap").getDeclaredConstructor(inner("Wrap"));
        outerWrap.setAccessible(true);
        simpleWrap = method(inner("Wrap"), "simpleWrap", String.class);
        imports = method(maps.getClass(), "packageAndImportsExcept", Set.class, Collection.class);
        compile = method(tasks.getClass(), "compile", Collection.class, worker);
        Class<?> task = inner("TaskFactory$CompileTask");
        compileTask = method(task, "compile");
        generated = field(task, "classObjs");
        diagnostics = field(inner("TaskFactory$BaseTask"), "diagnostics");
        bytes = method(inner("MemoryFileManager$OutputMemoryJavaFileObject"), "getBytes");
        newCompilers = method(tasks.getClass(), "initTaskPool");
        told = method(eval.getClass(), "asJShellException", Throwable.class);
        sequence = field(Snippet.class, "seq");
        outer = field(Snippet.class, "outer");
        wrapName = method(inner("OuterWrap"), "className");
        snippets = (Set<Snippet>) valueOf(maps, "snippets");
        byIndex = (List<@Nullable Snippet>) valueOf(maps, "keyIndexToSnippet");
        dependencies = (Map<?, ? extends Set<?>>) valueOf(maps, "dependencies");
        wraps = (Map<?, ?>) valueOf(valueOf(jshell, "outerMap"), "classOuters");
        tracked = (Map<?, ?>) valueOf(valueOf(jshell, "classTracker"), "map");
    }

    /** The inside of a JShell; null where it is shut. */
    static @Nullable Inside of(JShell jshell) {
        try {
            return new Inside(jshell);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    /** The package of the session, and on one line all imports, with those of what the session has declared. */
    String imports() {
        String[] lines = call(imports, maps, null, null).toString().split("\n", 2);
        return lines[0] + "\n" + lines[1].replace('\n', ' ') + "\n";
    }

    /** Compiles a file against what the session has declared, of which nothing is kept. */
    Compiled compile(String source) {
        try {
            Object file = outerWrap.newInstance(call(simpleWrap, null, source));
            Object work = Proxy.newProxyInstance(
                    worker.getClassLoader(), new Class<?>[] {worker}, (proxy, method, tasks) -> outcome(tasks[0]));
            return (Compiled) call(compile, tasks, List.of(file), work);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Compiled outcome(Object task) throws ReflectiveOperationException {
        boolean isDone = (boolean) call(compileTask, task);
        var classes = new ArrayList<ClassBytecodes>();
        for (Object files : ((Map<?, ?>) generated.get(task)).values()) {
            for (Object each : (List<?>) files) {
                String name = ((JavaFileObject) each).getName();
                classes.add(new ClassBytecodes(name, (byte[]) call(bytes, each)));
                classFiles.remove(name);
            }
        }
        var collected = (DiagnosticCollector<?>) Objects.requireNonNull(diagnostics.get(task));
        return new Compiled(isDone ? classes : List.of(), List.copyOf(collected.getDiagnostics()));
    }

    /** What a run threw, with the snippets and their lines in its stack, as an event of JShell's has it. */
    JShellException told(RunException thrown) {
        return (JShellException) call(told, eval, thrown);
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
        classFiles.keySet().removeIf(each -> !needed.contains(CellClasses.wrapOf((String) each)));
        tracked.keySet().removeIf(each -> !needed.contains(CellClasses.wrapOf((String) each)));
        wraps.keySet().removeIf(each -> !needed.contains((String) each) && !running.contains((String) each));
        return needed;
    }

    /** Takes new compilers from time to time: one that is used again keeps each name that it has ever read. */
    void renewCompilers() {
        if (++uses % USES == 0) {
            try {
                newCompilers.invoke(tasks);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
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
            next.add((String) call(wrapName, valueOf(outer, each)));
        }
        while (!next.isEmpty()) {
            String wrap = next.remove();
            if (needed.add(wrap)) {
                for (Object file : files.getOrDefault(wrap, List.of())) {
                    next.addAll(CellClasses.wrapsIn((byte[]) call(bytes, file)));
                }
            }
        }
        return needed;
    }

    private static Object valueOf(Field field, Object of) {
        try {
            return Objects.requireNonNull(field.get(of), field.getName());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Method method, @Nullable Object on, @Nullable Object... arguments) {
        try {
            return Objects.requireNonNull(method.invoke(on, arguments), method.getName());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> inner(String name) throws ClassNotFoundException {
        return Class.forName(JShell.class.getPackageName() + "." + name);
    }

    private static Object valueOf(Object of, String name) throws ReflectiveOperationException {
        return Objects.requireNonNull(field(of.getClass(), name).get(of), name);
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
        Method method = type.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }
}
