package gradus.kernel.session;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * Memory that is kept back, so that a cell that fills the heap does not take it from the threads that answer Jupyter: one
 * that cannot allocate dies, and the kernel with it.
 *
 * <p>The reserve is softly reachable: the garbage collector gives it up before it fails, and tells so. The cell is then
 * stopped while there is still something left, and its error says what to do. A kernel that uses little has no reserve.
 */
public final class MemoryReserve {

    private static final Runtime JVM = Runtime.getRuntime();

    /** A part of the heap that is not felt; a cell that fills it needs longer than it takes to stop the cell. */
    private static final int SIZE = (int) Math.max(8L << 20, Math.min(64L << 20, JVM.maxMemory() / 16));

    /** What a small cell and its answer need. */
    private static final int LEAST = Math.max(4 << 20, SIZE / 4);

    private static final int LOOK_MILLIS = 20;
    private static final int CLOSE_LOOK_MILLIS = 4;

    private static final ReferenceQueue<byte[]> GIVEN_UP = new ReferenceQueue<>();

    private static volatile @Nullable SoftReference<byte[]> reserve;

    /** What is given up when the cell has been stopped: enough to compile one that clears a variable. */
    @SuppressWarnings("UnusedVariable") // it is there to be given up
    private static volatile byte @Nullable [] last;

    /** A cell that leaves less than this is stopped; less each time, so that cells still run where variables fill the heap. */
    private static long limit = 2L * SIZE;

    private MemoryReserve() {}

    /** Starts to watch. */
    public static void keep() {
        var watcher = new Thread(MemoryReserve::watch, "gradus-memory");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void watch() {
        while (true) {
            try {
                CellThreads.awaitRunning();
                look();
            } catch (InterruptedException e) {
                Thread.interrupted(); // by a cell that interrupts whatever it finds
            } catch (OutOfMemoryError e) { // NOPMD: the very case
                release();
                stopInNeed();
            }
        }
    }

    /** A watcher that finds no memory even for this looks again. */
    private static void stopInNeed() {
        try {
            stopCell();
        } catch (OutOfMemoryError e) { // NOPMD: as above
            Thread.onSpinWait();
        }
    }

    /** Gives up the reserve, without need of any memory. To be called by code that has found no memory. */
    public static void release() {
        last = null;
        reserve = null;
    }

    private static void look() throws InterruptedException {
        boolean full = isGivenUp(available() > JVM.maxMemory() / 4 ? LOOK_MILLIS : CLOSE_LOOK_MILLIS);
        if (available() >= limit) {
            restore();
            return;
        }
        if (!full) {
            System.gc(); // most of what is in use may be garbage
        }
        if (available() < limit) {
            stopCell();
            System.gc();
            limit = Math.max(LEAST, available() / 2);
        }
    }

    private static boolean isGivenUp(int millis) throws InterruptedException {
        SoftReference<byte[]> kept = reserve;
        if (kept == null) {
            Thread.sleep(millis);
            return false;
        }
        boolean gone = GIVEN_UP.remove(millis) != null || kept.get() == null; // get() keeps it young
        if (gone) {
            reserve = null;
        }
        return gone;
    }

    /** Takes the reserve when half of the heap is in use, and lets it go when most is free: a small session has none. */
    private static void restore() {
        long available = available();
        long used = JVM.maxMemory() - available;
        if (reserve == null && used > JVM.maxMemory() / 2 && available > 4L * SIZE) {
            last = new byte[SIZE / 2];
            reserve = new SoftReference<>(new byte[SIZE], GIVEN_UP);
        } else if (reserve != null && used < JVM.maxMemory() / 4) {
            last = null;
            reserve = null;
        }
        if (available > 4L * SIZE) {
            limit = 2L * SIZE;
        }
    }

    private static void stopCell() {
        CellThreads.stopForMemory(MemoryReserve::release);
    }

    private static long available() {
        return JVM.maxMemory() - JVM.totalMemory() + JVM.freeMemory();
    }

    /** What a full heap means for the student. */
    public static String advice() {
        return "All of the memory that Java has here (" + (JVM.maxMemory() >> 20) + " MiB) is in use."
                + " Set what you need no more to null (%whos lists the variables), or %reset, and run the cell with less."
                + " To give Java more, start Jupyter with JDK_JAVA_OPTIONS=-Xmx8g (8 GiB) in its environment.";
    }
}
