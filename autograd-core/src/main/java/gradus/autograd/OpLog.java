package gradus.autograd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The ops that a program performs while the log is open, in their order, each with the line that made it. Of more than
 * {@value #FIRST} + {@value #LAST} ops the first and the last are kept, and all are counted.
 *
 * <pre>{@code
 * var x = new Var(2, "x");
 * var log = OpLog.start();
 * var y = x.mul(3).add(1).named("y");
 * log.close();
 * log.first().get(1).formula()   // ⇒ y = v1 + 1
 * log.first().get(1).numbers()   // ⇒ 6 + 1 = 7
 * }</pre>
 *
 * <p>It hears the ops of all threads. What is computed from constants alone, or inside of a {@link NoGrad}, has no history
 * and is not among them.
 */
public final class OpLog implements AutoCloseable {

    /** So many ops are kept from the beginning. */
    public static final int FIRST = 200;

    /** And so many from the end. */
    public static final int LAST = 20;

    /** The numbers of so many ops are known when one of the last has them as operands. */
    private static final int MOST_STAMPS = 1 << 20;

    /**
     * The log that is open. Not volatile: the ops of a program without a log would pay for it, and a thread that is started
     * after the log sees it.
     */
    private static @Nullable OpLog open;

    private final @Nullable OpLog outer;
    private final Predicate<String> isSource;
    private final List<Entry> first = new ArrayList<>();
    private final Deque<Entry> last = new ArrayDeque<>();

    /** For each op, from the first on, the stamp of its node. */
    private long[] stamps = new long[64];

    private long count;

    /** How many of the first ops know the numbers of their operands. */
    private int settled;

    /**
     * An op that was performed.
     *
     * @param number from 1, in the order of the program
     * @param formula with names, such as {@code z = v2²}
     * @param numbers with numbers, as they were then, such as {@code 7² = 49}; for arrays with shapes
     * @param value the elements of an array that is short; else empty
     * @param place the innermost line of the source that led to it; null if there is none
     */
    public record Made(
            long number,
            String formula,
            String numbers,
            String value,
            @Nullable StackTraceElement place) {}

    /** An op whose node is not built yet when the log hears of it. */
    static final class Entry {
        final long number;
        final Node node;
        final @Nullable StackTraceElement place;
        private final Thread maker = Thread.currentThread();
        private double @Nullable [] operands;

        Entry(long number, Node node, @Nullable StackTraceElement place) {
            this.number = number;
            this.node = node;
            this.place = place;
        }

        /** Keeps the numbers of scalar operands, before one of them changes. */
        void settle() {
            if (operands == null && maker == Thread.currentThread()) {
                operands = numbers();
            }
        }

        private double[] numbers() {
            var numbers = new double[node.arity()];
            Arrays.setAll(numbers, i -> node.operand(i) instanceof Var x ? x.value() : Double.NaN);
            return numbers;
        }

        /** The number that a scalar operand held. */
        double operand(int i) {
            if (operands == null) {
                operands = numbers();
            }
            return operands[i];
        }
    }

    private OpLog(Predicate<String> isSource) {
        this.isSource = isSource;
        outer = open;
    }

    /** Opens a log, which takes whatever lies outside of the engine and the JDK for source. */
    public static OpLog start() {
        return start(Warnings::isProgram);
    }

    /**
     * Opens a log.
     *
     * @param isSource whether a class, given by its name, is among those whose lines are told
     */
    public static OpLog start(Predicate<String> isSource) {
        var log = new OpLog(isSource);
        open = log;
        return log;
    }

    /** Ends the log, which can be read from now on; a second time changes nothing. */
    @Override
    public void close() {
        for (var log = open; log != null; log = log.outer) {
            if (log == this) {
                open = outer;
                return;
            }
        }
    }

    /** Hears of a node that an op makes, and that has its stamp and nothing else. */
    static void note(Node node) {
        var log = open;
        if (log != null) {
            log.add(node);
        }
    }

    /** Hears that the value of a leaf is about to change. */
    static void settle() {
        var log = open;
        if (log != null) {
            log.settleAll();
        }
    }

    private synchronized void add(Node node) {
        if (count < MOST_STAMPS) {
            stamps = count < stamps.length ? stamps : Arrays.copyOf(stamps, 2 * stamps.length);
            stamps[(int) count] = node.stamp();
        }
        count++;
        var entry = new Entry(count, node, Warnings.place(isSource));
        if (first.size() < FIRST) {
            first.add(entry);
            return;
        }
        last.add(entry);
        if (last.size() > LAST) {
            last.remove();
        }
    }

    private synchronized void settleAll() {
        for (; settled < first.size(); settled++) {
            first.get(settled).settle();
        }
        last.forEach(Entry::settle);
    }

    /** How many ops there were. */
    public synchronized long count() {
        return count;
    }

    /** The ops at the beginning, up to {@value #FIRST}. */
    public synchronized List<Made> first() {
        return written(0, first.size());
    }

    /** The ops at the end that are not among the first, up to {@value #LAST}. */
    public synchronized List<Made> last() {
        return written(first.size(), first.size() + last.size());
    }

    private List<Made> written(int from, int to) {
        var entries = new ArrayList<>(first);
        entries.addAll(last);
        return new OpWriter(this, entries).made().subList(from, to);
    }

    /** The number of the op that made the node; 0 if it is not known. */
    long numberOf(Node node) {
        int known = (int) Math.min(count, MOST_STAMPS);
        int place = Arrays.binarySearch(stamps, 0, known, node.stamp());
        return node.op() == null || place < 0 ? 0 : place + 1L;
    }
}
