package gradus.kernel.session;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that run the code of one cell: its own, and those that it has started. An interrupt ends them all; what an
 * earlier cell has left running goes on, until an interrupt comes while no cell runs.
 *
 * <p>A thread is first interrupted, which is enough where it sleeps, waits or reads. JDK 17 then stops it wherever it is;
 * newer ones have no such call, and there the code of cells looks at {@link CellStop} by itself.
 */
public final class CellThreads {

    private static final int GRACE_MILLIS = 100;
    private static final int PAUSE_MILLIS = 50;
    private static final int REST_MILLIS = 5;

    /** A thread that has not ended by then is left behind: it holds a lock or a socket for good. */
    private static final int PATIENCE_MILLIS = 600;

    /** For so long a thread that was left behind is watched, and stopped as soon as that can be done. */
    private static final int WATCH_MILLIS = 600_000;

    private static final int MOST_PAUSE_MILLIS = 1_000;

    private static final boolean CAN_STOP = Runtime.version().feature() < 20;

    private static final InheritableThreadLocal<@Nullable CellThreads> STARTED_BY = new InheritableThreadLocal<>();
    private static final Set<CellThreads> STOPPING = ConcurrentHashMap.newKeySet();
    private static final Set<CellThreads> LEFT_RUNNING = ConcurrentHashMap.newKeySet();
    private static volatile @Nullable CellThreads running;
    private static volatile CellThreads latest = new CellThreads();

    private final ThreadGroup group = new ThreadGroup("cell") {
        @Override
        public void uncaughtException(Thread thrower, Throwable error) {
            Uncaught.tell(thrower, error);
        }
    };

    private volatile Runnable whenGivenUp = () -> {};
    private volatile boolean outOfMemory;
    private StackTraceElement[] fullAt = {};

    private CellThreads() {}

    /** Begins a cell on the calling thread: the threads that it starts belong to the cell. */
    static void enter() {
        if (latest.group.activeCount() > 0 || latest.isToStop()) {
            replaceLatest();
        }
        latest.outOfMemory = false;
        STARTED_BY.set(latest);
        synchronized (STOPPING) {
            running = latest;
            STOPPING.notifyAll();
        }
    }

    /** Waits until a cell runs. */
    static void awaitRunning() throws InterruptedException {
        if (running == null) {
            synchronized (STOPPING) {
                while (running == null) {
                    STOPPING.wait();
                }
            }
        }
    }

    /** Ends a cell. One that was stopped has ended when its threads are at rest, so that the next is not mistaken for it. */
    static void leave() {
        CellThreads ended = running;
        running = null;
        STARTED_BY.remove();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (ended != null && ended.isToStop() && System.nanoTime() < until) {
            try {
                Thread.sleep(REST_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The threads of the cell that the calling thread belongs to; for a thread of no cell, those of the last cell. */
    public static CellThreads current() {
        CellThreads own = STARTED_BY.get();
        if (own != null) {
            return own;
        }
        if (running == null && latest.isToStop()) { // code that no cell runs, after other such code
            replaceLatest();
        }
        return latest;
    }

    private static void replaceLatest() {
        LEFT_RUNNING.removeIf(each -> each.group.activeCount() == 0);
        LEFT_RUNNING.add(latest);
        latest = new CellThreads();
    }

    /** Makes a thread of this cell. */
    public Thread thread(Runnable task) {
        return new Thread(group, task, "cell");
    }

    /**
     * Sets what to do when the cell's own thread cannot be ended: to go on without it.
     *
     * @return what was to do before, for the code around this one
     */
    public Runnable whenGivenUp(Runnable action) {
        Runnable before = whenGivenUp;
        whenGivenUp = action;
        return before;
    }

    /** Whether this cell is to stop. */
    public boolean isToStop() {
        return STOPPING.contains(this);
    }

    static boolean isStopping() {
        if (isShared(Thread.currentThread())) { // workers of the common pool belong to whoever gives them work
            CellThreads current = running;
            return current == null || current.isToStop();
        }
        CellThreads own = STARTED_BY.get();
        return own != null && own.isToStop();
    }

    /** Ends the threads of the running cell; where none runs, those that earlier cells have left. */
    public static void stop() {
        CellThreads current = running;
        if (current != null) {
            current.begin();
        } else {
            LEFT_RUNNING.forEach(CellThreads::begin);
            latest.begin();
        }
    }

    /**
     * Ends the running cell, because it fills the memory; returns when it has ended.
     *
     * @param relief frees memory, as soon as the cell cannot take it any more
     */
    static void stopForMemory(Runnable relief) {
        CellThreads current = running;
        boolean isRunning = current != null && current.group.activeCount() > 0; // and not in the compiler
        if (current == null || !isRunning || !STOPPING.add(current)) {
            return;
        }
        current.outOfMemory = true;
        CellStop.somewhere(true);
        if (CAN_STOP) { // at once, and with little memory of its own
            for (Thread each : current.threads()) {
                StackTraceElement[] stack = each.getStackTrace();
                current.fullAt = runsCell(stack) ? stack : current.fullAt;
                kill(each);
            }
        }
        relief.run();
        current.stopUntilCalm();
    }

    /** Whether the cell was ended because it filled the memory. */
    public boolean isOutOfMemory() {
        return outOfMemory;
    }

    /** Where the cell was then; empty if what ended it tells that by itself. */
    public StackTraceElement[] fullAt() {
        return fullAt;
    }

    private void begin() {
        if (!STOPPING.add(this)) {
            return;
        }
        CellStop.somewhere(true);
        threads().forEach(Thread::interrupt);
        var stopper = new Thread(this::stopUntilCalm, "gradus-stop");
        stopper.setDaemon(true);
        stopper.start();
    }

    private void stopUntilCalm() {
        long start = System.nanoTime();
        try {
            Thread.sleep(outOfMemory ? 0 : GRACE_MILLIS);
            int calm = 0;
            while (calm < 2) {
                calm = endOnce() || this == running ? 0 : calm + 1;
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                if (millis > WATCH_MILLIS) {
                    break;
                }
                if (millis > PATIENCE_MILLIS) {
                    whenGivenUp.run();
                }
                Thread.sleep(Math.min(MOST_PAUSE_MILLIS, PAUSE_MILLIS + millis / 20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            STOPPING.remove(this);
            CellStop.somewhere(!STOPPING.isEmpty());
        }
    }

    /** Tries to end what still runs code of the cell; returns whether there was any. */
    private boolean endOnce() {
        boolean any = false;
        Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
        for (Thread each : stacks.keySet()) {
            StackTraceElement[] stack = stacks.get(each);
            boolean mine = group == each.getThreadGroup();
            if ((mine && (each.getState() == Thread.State.RUNNABLE || runsCell(stack)))
                    || (isShared(each) && runsCell(stack) && (running == null || running == this))) {
                any = true;
                each.interrupt();
                if (CAN_STOP && !waitsForOther(stack)) {
                    kill(each);
                }
            }
        }
        return any;
    }

    @SuppressWarnings({"deprecation", "removal"}) // called only where it is there
    private static void kill(Thread thread) {
        thread.stop();
    }

    private List<Thread> threads() {
        var found = new Thread[group.activeCount() + 8];
        return Arrays.asList(found).subList(0, group.enumerate(found));
    }

    /** A worker that waits for work in a pool of the student's is let live. */
    private static boolean runsCell(StackTraceElement[] stack) {
        for (StackTraceElement each : stack) {
            if (each.getClassName().startsWith("REPL.")) {
                return true;
            }
        }
        return false;
    }

    /** It has asked for the run of other code of its cell, and ends when that has ended. */
    private static boolean waitsForOther(StackTraceElement[] stack) {
        for (StackTraceElement each : stack) {
            if (each.getMethodName().equals("awaitEnd")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShared(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }
}
