package gradus.autograd;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Z += X·Y, in blocks that fit the caches, on all cores where it pays.
 *
 * <p>Z is cut into bands along its longer axis, twice as many as there are cores, so that a thread that comes late or
 * shares its core takes fewer. Each thread takes one band after another; whoever waits for the result
 * takes part, and does not depend on others to be free. Its interruption ends the product at the next block.
 */
final class BlockedProduct {

    /** Asked for once: it costs a microsecond, which is as much as a small product. */
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Multiplications below which one thread is faster: some 20 µs. */
    private static final long WORTH_SHARING = 1L << 19;

    /** Columns of X and of Y in a block, so that it stays in the second cache: 512 kB. */
    private static final int DEPTH = 256;

    private static final int WIDTH = 256;

    /** A look at the interrupt after so many rows: some milliseconds. */
    private static final int HEIGHT = 512;

    /** Looks without a pause, some 50 µs: a sleep lasts as long at the least, and a small product not much longer. */
    private static final int SPINS = 1000;

    /** Nanoseconds between two later looks whether the others are done. */
    private static final long PATIENCE = 20_000;

    private final Grid x;
    private final Grid y;
    private final Grid z;
    private final int m;
    private final int k;
    private final int n;
    private final int bands;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    private BlockedProduct(Grid x, Grid y, Grid z, int m, int k, int n) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.m = m;
        this.k = k;
        this.n = n;
        bands = CORES == 1 || (long) m * k * n < WORTH_SHARING ? 1 : 2 * CORES;
    }

    /**
     * Z += X·Y.
     *
     * @param x m×k
     * @param y k×n
     * @param z row-major, m×n
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; Z is then in part
     */
    static void add(Grid x, Grid y, Grid z, int m, int k, int n) {
        new BlockedProduct(x, y, z, m, k, n).run();
    }

    private void run() {
        int helpers = Math.min(bands, CORES) - 1;
        for (int helper = 0; helper < helpers; helper++) {
            ForkJoinPool.commonPool().execute(() -> takeBands(false));
        }
        takeBands(true);
        // All bands are taken; those that others have taken are under way, or cancelled.
        int looks = 0;
        while (done.get() < bands) {
            if (looks++ < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PATIENCE);
            }
            if (Thread.interrupted()) {
                fail(new CancellationException("interrupted"));
            }
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void takeBands(boolean waitedFor) {
        for (int band = taken.getAndIncrement(); band < bands; band = taken.getAndIncrement()) {
            try {
                multiply(band, waitedFor);
            } catch (RuntimeException | Error e) {
                fail(e);
            } finally {
                done.incrementAndGet();
            }
        }
    }

    private void fail(Throwable reason) {
        failure = reason;
    }

    private void multiply(int band, boolean waitedFor) {
        boolean ofRows = m >= n;
        int unit = ofRows ? Block.ROWS : Blocks.BEST.columns();
        int length = ofRows ? m : n;
        int units = (length + unit - 1) / unit;
        int from = (int) ((long) units * band / bands) * unit;
        int to = Math.min(length, (int) ((long) units * (band + 1) / bands) * unit);
        if (ofRows) {
            multiply(from, to, 0, n, waitedFor);
        } else {
            multiply(0, m, from, to, waitedFor);
        }
    }

    private void multiply(int top, int bottom, int left, int right, boolean waitedFor) {
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            for (int j = left; j < right; j += WIDTH) {
                int width = Math.min(WIDTH, right - j);
                for (int i = top; i < bottom; i += HEIGHT) {
                    if (waitedFor) {
                        Interrupts.check();
                    }
                    if (failure != null) {
                        return;
                    }
                    int height = Math.min(HEIGHT, bottom - i);
                    Blocks.BEST.add(x.from(i, p), y.from(p, j), z.from(i, j), height, depth, width);
                }
            }
        }
    }
}
