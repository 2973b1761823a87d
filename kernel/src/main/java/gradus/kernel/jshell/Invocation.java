package gradus.kernel.jshell;

import gradus.kernel.session.CellOutput;
import gradus.kernel.session.Outputs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a snippet on its own thread, which keeps the value as an object. JShell itself would turn it into
 * text: slowly, without end for a cyclic list, and failing where {@code toString} fails.
 */
final class Invocation {

    /** Inherited, because JShell's control makes a new thread for each snippet. */
    private static final InheritableThreadLocal<@Nullable Invocation> CURRENT = new InheritableThreadLocal<>();

    private static final int MOST_LINES = 20;

    static final Method TRAMPOLINE;

    static {
        try {
            TRAMPOLINE = Invocation.class.getMethod("run");
            TRAMPOLINE.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** What is to run. */
    interface Body {
        @Nullable
        Object run() throws Throwable;
    }

    private final Body body;
    private final ClassLoader loader;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Object value;

    Invocation(Body body, ClassLoader loader) {
        this.body = body;
        this.loader = loader;
    }

    /** Lets the threads that this one starts from now on find the invocation. */
    void announce() {
        CURRENT.set(this);
    }

    static void forget() {
        CURRENT.remove();
    }

    /** Asks the snippet to end by itself: enough where it sleeps, waits or reads. */
    void interrupt() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    @Nullable
    Object value() {
        return value;
    }

    /** What JShell's control calls in place of the snippet. */
    @SuppressWarnings("unused")
    public static @Nullable Object run() throws Throwable {
        Invocation current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("No snippet was announced to this thread.");
        }
        CURRENT.remove();
        Thread.currentThread().setContextClassLoader(current.loader);
        // JDK 17's control has just set a handler of its own, which swallows what a student's thread throws.
        Thread.setDefaultUncaughtExceptionHandler(Invocation::tell);
        if (Thread.currentThread().getThreadGroup().getClass() == ThreadGroup.class) {
            current.thread = Thread.currentThread();
            current.value = current.body.run();
        } else {
            current.runInOwnGroup();
        }
        return null;
    }

    /** Newer JDKs run a snippet in a thread group that swallows the exceptions of every thread in it: ours is inside. */
    private void runInOwnGroup() throws Throwable {
        var group = new ThreadGroup("cell") {
            @Override
            public void uncaughtException(Thread thrower, Throwable error) {
                tell(thrower, error);
            }
        };
        var failure = new AtomicReference<@Nullable Throwable>();
        var inner = new Thread(group, () -> {
            try {
                value = body.run();
            } catch (Throwable e) { // NOPMD: handed to the thread that waits
                failure.set(e);
            }
        });
        thread = inner;
        inner.start();
        while (inner.isAlive()) {
            try {
                inner.join();
            } catch (InterruptedException e) {
                inner.interrupt();
            }
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    private static String stackTrace(Throwable error) {
        var trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    /** What a thread of the student's throws belongs to the cell that started it. */
    private static void tell(Thread thread, Throwable error) {
        CellOutput output = Outputs.current();
        if (output == null || error instanceof ThreadDeath) {
            return;
        }
        String trace = Stream.of(stackTrace(error).split("\n"))
                .filter(each -> !each.contains("java.base/java.lang.Thread.run") && !each.contains("jdk.internal."))
                .map(each -> each.replaceAll("REPL\\.\\$JShell\\$\\w+[.$]", "").replaceAll("\\(\\$JShell.*", ""))
                .limit(MOST_LINES)
                .collect(Collectors.joining("\n", "", "\n"));
        output.print(CellOutput.Stream.STDERR, "Exception in thread \"" + thread.getName() + "\" " + trace);
    }
}
