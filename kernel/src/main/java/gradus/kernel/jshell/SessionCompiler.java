package gradus.kernel.jshell;

import static gradus.kernel.jshell.Reflection.call;
import static gradus.kernel.jshell.Reflection.field;
import static gradus.kernel.jshell.Reflection.method;
import static gradus.kernel.jshell.Reflection.read;
import static gradus.kernel.jshell.Reflection.result;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/**
 * Compiles against what a session has declared, and leaves nothing behind. JShell's own runs forget all declarations at
 * their end, so that the next run reads them again; here they stay known until something is declared.
 */
final class SessionCompiler implements Syntax.Parser {

    /** What came of a run; without classes where it failed. */
    record Compiled(List<ClassBytecodes> classes, List<Diagnostic<?>> diagnostics) {

        boolean isDone() {
            return !classes.isEmpty();
        }
    }

    /** Those of JShell, so that both share a compiler, and what JShell declares is known here at once. */
    private static final List<String> OPTIONS = List.of("-Xlint:unchecked,-strictfp", "-proc:none", "-parameters");

    /** New compilers cost some 30 ms, and each run leaves some 5 KB in an old one. */
    private static final int USES = 500;

    private final JShell jshell;
    private final Object tasks;
    private final JavaFileManager files;
    private final Map<?, ?> classFiles;
    private final Method bytes;
    private final Method newSource;
    private final List<String> options = new ArrayList<>(OPTIONS);

    private final Field pool;
    private final Method newPool;
    private final Class<?> worker;
    private final Method run;
    private final Method context;

    private final Method access;
    private final Constructor<?> part;
    private final Constructor<?> listener;
    private int uses;

    /**
     * The compiler of a JShell.
     *
     * @throws ReflectiveOperationException if this JDK is built otherwise
     */
    SessionCompiler(JShell jshell) throws ReflectiveOperationException {
        this.jshell = jshell;
        tasks = read(jshell, "taskFactory");
        files = (JavaFileManager) read(tasks, "fileManager");
        classFiles = (Map<?, ?>) read(files, "classObjects");
        bytes = method(Inside.inner("MemoryFileManager$OutputMemoryJavaFileObject"), "getBytes");
        newSource = method(files.getClass(), "createSourceFileObject", Object.class, String.class, String.class);
        for (Object each : (List<?>) read(jshell, "extraCompilerOptions")) {
            options.add((String) each);
        }

        pool = field(tasks.getClass(), "javacTaskPool");
        newPool = method(tasks.getClass(), "initTaskPool");
        worker = Class.forName(pool.getType().getName() + "$Worker");
        run = method(
                pool.getType(),
                "getTask",
                Writer.class,
                JavaFileManager.class,
                DiagnosticListener.class,
                Iterable.class,
                Iterable.class,
                Iterable.class,
                worker);
        context = Class.forName("com.sun.tools.javac.api.BasicJavacTask").getMethod("getContext");

        Class<?> contexts = context.getReturnType();
        access = method(Inside.inner("TaskFactory$DisableAccessibilityResolve"), "preRegister", contexts);
        part = Inside.inner("TaskFactory$CompileTask").getDeclaredConstructors()[0];
        part.setAccessible(true);
        listener = Inside.inner("TaskFactory$TaskListenerImpl").getDeclaredConstructor(contexts, JShell.class);
        listener.setAccessible(true);
    }

    /**
     * Compiles a class of the session's package.
     *
     * @param name its name with that of the package
     */
    Compiled compile(String name, String source) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        List<?> classes = run(name, source, diagnostics, task -> {
            boolean isDone = task.call();
            List<ClassBytecodes> made = taken(name);
            return isDone ? made : List.of();
        });
        return new Compiled(
                classes.stream().map(ClassBytecodes.class::cast).toList(), List.copyOf(diagnostics.getDiagnostics()));
    }

    /** What the parser alone finds in a text. A compiler of its own would take some 5 ms to set up. */
    @Override
    public List<Diagnostic<? extends JavaFileObject>> parse(String source) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        run("A", source, diagnostics, task -> {
            task.parse();
            return List.of();
        });
        return diagnostics.getDiagnostics();
    }

    /** Lets go of the class files of some names. */
    void forget(Predicate<String> names) {
        synchronized (tasks) {
            classFiles.keySet().removeIf(each -> names.test((String) each));
        }
    }

    private interface Work {
        List<?> with(JavacTask task) throws IOException;
    }

    private List<?> run(String name, String source, DiagnosticCollector<JavaFileObject> diagnostics, Work work) {
        Object file = result(newSource, files, name, name, source);
        Object prepared =
                Proxy.newProxyInstance(worker.getClassLoader(), new Class<?>[] {worker}, (proxy, called, arguments) -> {
                    JavacTask task = (JavacTask) arguments[0];
                    prepare(task, diagnostics);
                    return work.with(task);
                });
        synchronized (tasks) { // as JShell does, whose compilers these are
            if (++uses % USES == 0) {
                call(newPool, tasks);
            }
            return (List<?>)
                    result(run, read(pool, tasks), null, files, diagnostics, options, null, List.of(file), prepared);
        }
    }

    private void prepare(JavacTask task, DiagnosticCollector<?> diagnostics) throws ReflectiveOperationException {
        Object own = result(context, task);
        call(access, null, own);
        part.newInstance(tasks, null, task, diagnostics); // registers the parser that JShell needs
        task.addTaskListener((TaskListener) listener.newInstance(own, jshell));
    }

    private List<ClassBytecodes> taken(String name) {
        var taken = new ArrayList<ClassBytecodes>();
        classFiles.forEach((each, file) -> {
            if (each.equals(name) || ((String) each).startsWith(name + "$")) {
                taken.add(new ClassBytecodes((String) each, (byte[]) result(bytes, file)));
            }
        });
        taken.forEach(each -> classFiles.remove(each.name()));
        return taken;
    }
}
