package gradus.kernel;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.ErrorReport;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Runs a magic on a thread of its own, so that an interrupt reaches the magic and never a socket. */
final class MagicThread {

    private volatile @Nullable Thread running;

    @Nullable
    Object run(Callable<@Nullable Object> magic) throws CellFailure {
        Thread outer = running;
        var task = new FutureTask<@Nullable Object>(magic);
        var thread = new Thread(task, "gradus-magic"); // made here, so that it inherits the cell it belongs to
        running = thread;
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CellFailure failure) {
                throw failure;
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String name = cause.getClass().getSimpleName();
            String reason = String.valueOf(cause.getMessage());
            throw new CellFailure(new ErrorReport(name, reason, List.of(name + ": " + reason)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The kernel's own thread was interrupted.", e);
        } finally {
            running = outer;
        }
    }

    /** Says whether there was one to interrupt. */
    boolean interrupt() {
        Thread thread = running;
        if (thread == null) {
            return false;
        }
        thread.interrupt();
        return true;
    }
}
