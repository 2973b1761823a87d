package gradus.autograd.dense;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Work that is cut into bands and shared by all cores. There are more bands than cores, so that a thread that comes late
 * or shares its core takes fewer. Each thread takes one band after another; whoever waits for the result takes part, and
 * does not depend on others to be free. Its interruption ends the work at the next {@link #look}.
 */
public final class Bands {

    /** Asked for once: it costs a microsecond, which is as much as a small product. */
    static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Looks without a pause, some 50 µs: a sleep lasts as long at the least, and a small product not much longer. */
    private static final int SPINS = 1000;

    /** Nanoseconds between two later looks whether the others are done. */
    private static final long PATIENCE = 20_000;

    /** One band of the work. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does it.
         *
         * @param band which, from 0
         * @param bands to {@link #look} at, every few milliseconds or more often
         */
        void run(int band, Bands bands);
    }

    private final int count;
    private final Work work;
    private final Thread owner = Thread.currentThread();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    /** The first; others only follow from it. */
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private Bands(int count, Work work) {
        this.count = count;
        this.work = work;
    }

    /**
     * Does the work, on all cores if that pays.
     *
     * @param shared whether it is large enough to be shared
     * @param work is told which band of how many
     * @throws CancellationException if the thread was interrupted; the work is then done in part
     */
    public static void run(boolean shared, java.util.function.IntFunction<Work> work) {
        int count = shared && CORES > 1 ? 2 * CORES : 1;
        new Bands(count, work.apply(count)).run();
    }

    private void run() {
        if (count > 1) {
            Helpers.offer(this);
        }
        takeBands();
        if (count > 1) {
            Helpers.withdraw(this);
        }
        // All bands are taken; those that others have taken are under way, or cancelled.
        int looks = 0;
        while (done.get() < count) {
            if (looks++ < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PATIENCE);
            }
            if (Thread.interrupted()) {
                failure.compareAndSet(null, new CancellationException("interrupted"));
            }
        }
        var reason = failure.get();
        if (reason instanceof Error error) {
            throw error;
        }
        if (reason instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Takes bands until there are none; false if there were none. */
    boolean takeBands() {
        boolean took = false;
        for (int band = taken.getAndIncrement(); band < count; band = taken.getAndIncrement()) {
            took = true;
            try {
                look();
                work.run(band, this);
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                done.incrementAndGet();
            }
        }
        return took;
    }

    /** Ends the calling thread's band if the work is to stop. */
    public void look() {
        if (Thread.currentThread() == owner) {
            Interrupts.check();
        }
        if (failure.get() != null) {
            throw new CancellationException("the work has ended");
        }
    }
}
