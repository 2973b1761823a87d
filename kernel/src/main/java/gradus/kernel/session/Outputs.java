package gradus.kernel.session;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Which cell the running thread belongs to. A thread started by a cell keeps that cell for good: what it prints appears
 * there, even after the cell has ended.
 */
public final class Outputs {

    private static final InheritableThreadLocal<@Nullable CellOutput> STARTED_BY = new InheritableThreadLocal<>();
    private static final Queue<Runnable> AT_END = new ConcurrentLinkedQueue<>();
    private static volatile @Nullable CellOutput running;

    private Outputs() {}

    public static void enter(CellOutput cell) {
        STARTED_BY.set(cell);
        running = cell;
        CellThreads.enter();
    }

    /** What is run with its output going elsewhere. */
    public interface Task<T> {
        T run() throws CellFailure;
    }

    /** Runs a part of a cell; what it prints and shows, and what the threads do that it starts, goes to another place. */
    public static <T> T to(CellOutput place, Task<T> task) throws CellFailure {
        CellOutput own = STARTED_BY.get();
        CellOutput before = running;
        STARTED_BY.set(place);
        running = place;
        try {
            return task.run();
        } finally {
            STARTED_BY.set(own);
            running = before;
        }
    }

    /** Lets something be shown when the running cell ends, however it ends. */
    public static void atEnd(Runnable action) {
        AT_END.add(action);
    }

    public static void leave() {
        for (Runnable next = AT_END.poll(); next != null; next = AT_END.poll()) {
            next.run();
        }
        STARTED_BY.remove();
        CellThreads.leave();
    }

    /** The cell of this thread; for a thread of no cell, the cell that was started last. */
    public static @Nullable CellOutput current() {
        CellOutput own = isShared(Thread.currentThread()) ? null : STARTED_BY.get();
        return own != null ? own : running;
    }

    /**
     * Asks whoever runs the cell of this thread for a line, and waits for it.
     *
     * @throws InputRefused if nobody is there to type
     */
    public static String readLine(String prompt, boolean hidden) {
        CellOutput cell = current();
        if (cell == null) {
            throw new InputRefused();
        }
        try {
            return cell.readLine(prompt, hidden);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ThreadDeath(); // the cell was interrupted while it waited
        }
    }

    /** Parallel streams share the workers of the common pool, whichever cell made them. */
    private static boolean isShared(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }
}
