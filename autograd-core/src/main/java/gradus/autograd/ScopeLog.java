package gradus.autograd;

import java.util.Arrays;

/**
 * Which stamps were given out in which scope: the pieces of time that were closed last, of all threads. Bounded, so that
 * whoever trains for a week remembers the last steps and no more.
 */
final class ScopeLog {

    /** Enough for the layers of any graph that is looked at, and for no more than a megabyte. */
    static final int MOST = 1 << 13;

    private static long[] from = new long[64];
    private static long[] to = new long[64];
    private static Scope.Call[] calls = new Scope.Call[64];

    /** How many there have ever been; the next one stands in place {@code count % MOST}. */
    private static long count;

    private ScopeLog() {}

    /** Is told of a piece of time, from a stamp up to and without another. */
    @FunctionalInterface
    interface Listener {
        void piece(long from, long to, Scope.Call call);
    }

    /** Remembers that the stamps from one up to and without the other belong to this call. */
    static synchronized void add(long first, long end, Scope.Call call) {
        if (first == end) {
            return;
        }
        int place = (int) (count++ % MOST);
        if (place == from.length) {
            from = Arrays.copyOf(from, 2 * place);
            to = Arrays.copyOf(to, 2 * place);
            calls = Arrays.copyOf(calls, 2 * place);
        }
        from[place] = first;
        to[place] = end;
        calls[place] = call;
    }

    /** Tells of the pieces that meet the time between two stamps. */
    static synchronized void between(long first, long last, Listener listener) {
        for (int i = 0; i < Math.min(count, MOST); i++) {
            if (from[i] <= last && to[i] > first) {
                listener.piece(from[i], to[i], calls[i]);
            }
        }
    }
}
