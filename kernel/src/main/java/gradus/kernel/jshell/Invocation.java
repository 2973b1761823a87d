package gradus.kernel.jshell;

import gradus.kernel.session.CellThreads;
import gradus.kernel.session.MemoryReserve;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CountDownLatch;
import jdk.jshell.spi.ExecutionControl.StoppedException;
import org.jspecify.annotations.Nullable;

/**
 * One run of a snippet on a thread of its own, which keeps the value as an object. JShell itself would turn it into
 * text: slowly, without end for a cyclic list, and failing where {@code toString} fails.
 */
final class Invocation {

    /** What is to run. */
    interface Body {
        @Nullable
        Object run() throws Throwable;
    }

    private final Body body;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile @Nullable Object value;
    private volatile @Nullable Throwable thrown;
    private volatile boolean done;

    private Invocation(Body body) {
        this.body = body;
    }

    /**
     * Runs it as a part of the running cell.
     *
     * @throws StoppedException if the cell is stopped
     * @throws InvocationTargetException with what the code threw
     */
    static @Nullable Object run(Body body, ClassLoader loader) throws StoppedException, InvocationTargetException {
        CellThreads cell = CellThreads.current();
        if (cell.isToStop()) {
            if (cell.isOutOfMemory()) {
                throw new InvocationTargetException(outOfMemory(cell, null));
            }
            throw new StoppedException();
        }
        var invocation = new Invocation(body);
        Runnable before = cell.whenGivenUp(invocation.end::countDown);
        try {
            Thread thread = cell.thread(invocation::runBody);
            thread.setContextClassLoader(loader);
            thread.start();
            invocation.awaitEnd();
        } finally {
            cell.whenGivenUp(before);
        }
        return invocation.outcome(cell);
    }

    private void runBody() {
        try {
            value = body.run();
        } catch (OutOfMemoryError e) { // NOPMD: as below
            MemoryReserve.release(); // for the threads that tell the student
            thrown = e;
        } catch (Throwable e) { // NOPMD: handed to the thread that waits
            thrown = e;
        } finally {
            done = true;
            end.countDown();
        }
    }

    /** The one who waits may be interrupted with the others of its cell, and still waits for the end. */
    private void awaitEnd() {
        boolean interrupted = false;
        while (true) {
            try {
                end.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Object outcome(CellThreads cell) throws StoppedException, InvocationTargetException {
        Throwable failure = thrown;
        if (cell.isOutOfMemory() && (failure != null || !done)) {
            throw new InvocationTargetException(outOfMemory(cell, failure));
        }
        if (!done || (failure != null && cell.isToStop())) {
            throw new StoppedException();
        }
        if (failure != null) {
            throw new InvocationTargetException(failure);
        }
        return value;
    }

    /** As if the JVM had thrown it, where the cell was when it was stopped. */
    private static OutOfMemoryError outOfMemory(CellThreads cell, @Nullable Throwable failure) {
        if (failure instanceof OutOfMemoryError real) {
            return real;
        }
        var error = new OutOfMemoryError("Java heap space");
        StackTraceElement[] known = cell.fullAt();
        error.setStackTrace(known.length > 0 || failure == null ? known : failure.getStackTrace());
        return error;
    }
}
