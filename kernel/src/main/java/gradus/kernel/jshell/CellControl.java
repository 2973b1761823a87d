package gradus.kernel.jshell;

import gradus.kernel.session.StandardStreams;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Runs compiled snippets in this JVM and hands out their values as objects.
 *
 * <p>The JDK's local control would stop them too, with a check of its own in each loop: that one ends the threads of all
 * cells, and never a thread that waits for a lock. Here a cell has {@link gradus.kernel.session.CellThreads}.
 */
final class CellControl extends DirectExecutionControl {

    private final CellLoader loader;
    private @Nullable Object lastValue;
    private @Nullable Throwable lastFailure;
    private volatile long nanosRun;
    private boolean clears;

    CellControl(CellLoader loader) {
        super(loader);
        this.loader = loader;
    }

    /** Finds what the cells find. */
    ClassLoader loader() {
        return loader.classLoader();
    }

    CellLoader classes() {
        return loader;
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
        long nanosBefore = nanosRun;
        long start = System.nanoTime();
        try {
            lastValue = Invocation.run(() -> valueOf(snippet), loader.classLoader());
        } catch (InvocationTargetException e) {
            lastFailure = e.getCause();
            throw e;
        } finally {
            nanosRun = nanosBefore + System.nanoTime() - start; // what a snippet runs inside counts once
            StandardStreams.mend(); // of which JShell asks more than their cell does
        }
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
        try {
            return Invocation.run(body, loader.classLoader());
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        } catch (StoppedException e) {
            return null;
        }
    }

    private static @Nullable Object valueOf(Method snippet) throws Throwable {
        try {
            return snippet.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** As JShell does it, for a chain of causes that has an end or not, and a message that may fail. */
    @Override
    protected String throwConvertedInvocationException(Throwable thrown) throws RunException {
        throw told(thrown);
    }

    /** An exception of the student's may never end when it is asked for its message. */
    private RunException told(Throwable thrown) {
        if (!SnippetFailure.runsCell(thrown)) {
            return SnippetFailure.of(thrown);
        }
        try {
            return (RunException)
                    Objects.requireNonNull(Invocation.run(() -> SnippetFailure.of(thrown), loader.classLoader()));
        } catch (StoppedException | InvocationTargetException e) {
            return SnippetFailure.unread(thrown);
        }
    }

    /**
     * Copies the value of a variable to the one that has taken its place, if that is another.
     *
     * @return whether that can hold the value
     */
    boolean copy(String variable, String fromClass, String toClass) {
        if (fromClass.equals(toClass)) {
            return true;
        }
        try {
            Field from = findClass(fromClass).getDeclaredField(variable);
            Field to = findClass(toClass).getDeclaredField(variable);
            if (!from.getType().equals(to.getType())) {
                return false;
            }
            from.setAccessible(true);
            to.setAccessible(true);
            to.set(null, from.get(null));
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Lets go of what variables hold, before anything is done that needs memory: the next {@link #varValue} clears. */
    void clearing(boolean clears) {
        this.clears = clears;
    }

    @Override
    public String varValue(String className, String variable) throws ExecutionControl.InternalException {
        try {
            Field field = findClass(className).getDeclaredField(variable);
            field.setAccessible(true);
            if (clears && !field.getType().isPrimitive()) {
                field.set(null, null);
            }
            lastValue = field.get(null);
            return "";
        } catch (ReflectiveOperationException e) {
            throw new ExecutionControl.InternalException(e.toString());
        }
    }
}
