package gradus.autograd;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What one thread records: the clock that stamps its nodes, and whether nodes remember what they were computed from.
 *
 * <p>Stamps put nodes into the order in which they came to be; a result is always younger than its operands. Each thread
 * takes them from a block of its own, since one counter for all would cost more than the arithmetic.
 */
final class Recorder {

    private static final int BLOCK = 1 << 12;
    private static final AtomicLong BLOCKS = new AtomicLong();
    private static final ThreadLocal<Recorder> OF_THREAD = ThreadLocal.withInitial(Recorder::new);

    private long next;
    private long end;
    private boolean paused;

    /** The innermost scope that is open. */
    @Nullable
    Scope scope;

    private Recorder() {}

    /** That of the calling thread. */
    static Recorder current() {
        return OF_THREAD.get();
    }

    /** A stamp that is younger than any that this thread has seen. */
    long stamp() {
        if (next == end) {
            takeBlock();
        }
        return next++;
    }

    /** A stamp that is younger than the given one, which may come from another thread. */
    long stampAfter(long other) {
        if (next <= other) {
            takeBlock();
        }
        return stamp();
    }

    private void takeBlock() {
        // Every stamp that there is comes from an earlier block.
        long left = next;
        next = BLOCKS.getAndIncrement() * BLOCK;
        end = next + BLOCK;
        if (scope != null && left != next) {
            scope.jump(left, next);
        }
    }

    /** The stamp that comes next if nothing comes between. */
    long now() {
        return next;
    }

    /** Whether results remember their operands; not inside of a {@link NoGrad} scope. */
    boolean isOn() {
        return !paused;
    }

    /**
     * Switches recording on or off.
     *
     * @return whether it was on
     */
    boolean set(boolean on) {
        boolean before = !paused;
        paused = !on;
        return before;
    }
}
