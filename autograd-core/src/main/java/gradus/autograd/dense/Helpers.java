package gradus.autograd.dense;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that take {@link Bands} of work, one less than there are cores. For a short while after they had some they look
 * for more without a pause: a thread that sleeps takes as long to wake as a layer of a small network to compute.
 */
final class Helpers {

    /** How long they look before they sleep: the products of one step of training come closer together. */
    private static final long AWAKE_NANOS = 200_000;

    private static final AtomicReference<@Nullable Bands> OFFER = new AtomicReference<>();
    private static final Helper[] ALL = new Helper[Bands.CORES - 1];

    static {
        for (int i = 0; i < ALL.length; i++) {
            ALL[i] = new Helper(i + 1);
            ALL[i].thread.start();
        }
    }

    private Helpers() {}

    /** Lets them take part; an earlier offer that nobody has seen is its owner's alone. */
    static void offer(Bands work) {
        OFFER.set(work);
        for (var helper : ALL) {
            if (helper.asleep) {
                LockSupport.unpark(helper.thread);
            }
        }
    }

    /** The work is done: nothing of it is kept. */
    static void withdraw(Bands work) {
        OFFER.compareAndSet(work, null);
    }

    private static final class Helper implements Runnable {

        private final Thread thread;
        private volatile boolean asleep;

        Helper(int number) {
            // Not in the caller's group: whatever stops a cell stops its group, and these serve later cells too.
            thread = new Thread(outermostGroup(), this, "gradus-helper-" + number);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
        }

        private static ThreadGroup outermostGroup() {
            var group = Thread.currentThread().getThreadGroup();
            while (group.getParent() != null) {
                group = group.getParent();
            }
            return group;
        }

        @Override
        public void run() {
            long lastWork = System.nanoTime();
            while (true) {
                var work = OFFER.get();
                if (work != null && work.takeBands()) {
                    lastWork = System.nanoTime();
                } else if (System.nanoTime() - lastWork < AWAKE_NANOS) {
                    Thread.onSpinWait();
                } else {
                    sleep(work);
                    lastWork = System.nanoTime();
                }
            }
        }

        private void sleep(@Nullable Bands seen) {
            asleep = true;
            if (OFFER.get() == seen) {
                LockSupport.park(this);
            }
            asleep = false;
        }
    }
}
