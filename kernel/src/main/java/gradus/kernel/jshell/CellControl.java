package gradus.kernel.jshell;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Runs compiled snippets in this JVM and hands out their values as objects.
 *
 * <p>It extends the JDK's local control and not the direct one, because the local one's {@link #stop} ends even {@code
 * while (true) {}}, on JDK 17 and on those newer ones that have no {@code Thread.stop}.
 */
final class CellControl extends LocalExecutionControl {

    private final CellLoader loader;
    private @Nullable Object lastValue;
    private @Nullable Throwable lastFailure;
    private volatile @Nullable Invocation running;
    private volatile long nanosRun;

    CellControl(CellLoader loader) {
        super(loader);
        this.loader = loader;
    }

    /** Finds what the cells find. */
    ClassLoader loader() {
        return loader.classLoader();
    }

    /** The value of the snippet or variable that was asked for last; given out once, so that nothing keeps it alive. */
    @Nullable
    Object takeValue() {
        Object value = lastValue;
        lastValue = null;
        return value;
    }

    /** What the last snippet threw, as it was thrown: JShell tells only its text. Given out once. */
    @Nullable
    Throwable takeFailure() {
        Throwable failure = lastFailure;
        lastFailure = null;
        return failure;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        var guarded = new ClassBytecodes[classes.length];
        for (int i = 0; i < classes.length; i++) {
            guarded[i] = new ClassBytecodes(classes[i].name(), CellBytecode.guarded(classes[i].bytecodes()));
        }
        super.load(guarded);
    }

    /** How long snippets have run so far. */
    long nanosRun() {
        return nanosRun;
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        lastValue = onSnippetThread(() -> {
            long nanosBefore = nanosRun;
            long start = System.nanoTime();
            try {
                return snippet.invoke(null);
            } catch (InvocationTargetException e) {
                lastFailure = e.getCause();
                throw e.getCause() == null ? e : e.getCause();
            } finally {
                nanosRun = nanosBefore + System.nanoTime() - start; // what a snippet runs inside counts once
            }
        });
        return "";
    }

    /**
     * Runs code of the kernel that may call code of the student, such as a {@code toString}, so that it can be stopped as
     * a snippet can.
     *
     * @return the value; null if it was stopped
     */
    @Nullable
    Object call(Invocation.Body body) throws Throwable {
        clientCodeEnter();
        try {
            return onSnippetThread(body);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        } catch (StoppedException e) {
            return null;
        } finally {
            clientCodeLeave();
        }
    }

    private @Nullable Object onSnippetThread(Invocation.Body body) throws Exception {
        var invocation = new Invocation(body, loader.classLoader());
        running = invocation;
        invocation.announce();
        try {
            super.invoke(Invocation.TRAMPOLINE);
        } finally {
            Invocation.forget();
            running = null;
        }
        return invocation.value();
    }

    /** The gentle way to end what runs; {@link #stop} is the other. */
    void interrupt() {
        Invocation current = running;
        if (current != null) {
            current.interrupt();
        }
    }

    @Override
    public String varValue(String className, String variable) throws ExecutionControl.InternalException {
        try {
            Field field = findClass(className).getDeclaredField(variable);
            field.setAccessible(true);
            lastValue = field.get(null);
            return "";
        } catch (ReflectiveOperationException e) {
            throw new ExecutionControl.InternalException(e.toString());
        }
    }
}
