package gradus.autograd.dense;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleUnaryOperator;

/**
 * A function over arrays by the Vector API, taken from when on it is seen to be faster than a loop. Before the JVM has
 * compiled it to vector instructions it makes an object for each operation: a thousand times slower, for a second and
 * more. So it is tried in the background, on numbers of its own, and meanwhile the loop serves.
 */
final class Candidate {

    /** A round is some 5 µs of work. */
    private static final int ELEMENTS = 1024;

    /** In a row, so that a pause in one round of the loop does not decide. */
    private static final int WINS = 20;

    private final ArrayFunction vectors;
    private final DoubleUnaryOperator loop;
    private final Duration patience;
    private final AtomicBoolean tried = new AtomicBoolean();
    private volatile boolean faster;

    /**
     * @param vectors the function over arrays
     * @param loop the same of one number
     * @param patience after which the trial ends
     */
    Candidate(ArrayFunction vectors, DoubleUnaryOperator loop, Duration patience) {
        this.vectors = vectors;
        this.loop = loop;
        this.patience = patience;
    }

    /** Whether it has shown to be faster; the first question begins the trial. */
    boolean isFaster() {
        if (!faster && tried.compareAndSet(false, true)) {
            ForkJoinPool.commonPool().execute(this::trial);
        }
        return faster;
    }

    /** z[k] = f(x[k]) for from ≤ k &lt; to. */
    void values(double[] x, double[] z, int from, int to) {
        vectors.values(x, z, from, to);
    }

    private void trial() {
        var x = new double[ELEMENTS];
        for (int k = 0; k < ELEMENTS; k++) {
            x[k] = 2.0 * k / ELEMENTS - 1;
        }
        var z = new double[ELEMENTS];
        long begin = System.nanoTime();
        long now = begin;
        for (int wins = 0; wins < WINS && now - begin < patience.toNanos(); ) {
            long start = System.nanoTime();
            vectors.values(x, z, 0, ELEMENTS);
            long between = System.nanoTime();
            for (int k = 0; k < ELEMENTS; k++) {
                z[k] = loop.applyAsDouble(x[k]);
            }
            now = System.nanoTime();
            wins = between - start < now - between ? wins + 1 : 0;
            faster = wins == WINS;
        }
    }
}
