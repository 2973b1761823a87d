package gradus.autograd;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A named part of a computation: what is computed between its opening and its closing stands in pictures as one node,
 * which opens on a click. Layers open one for each of their forward passes.
 *
 * <pre>{@code
 * var x = new Var(2, "x");
 * var y = Scope.run("square", () -> x.mul(x).add(1)).named("y");
 * Trace.forwardOf(y).node(3).scope()   // ⇒ [square]
 * }</pre>
 *
 * <p>Or, over several lines: {@code try (var part = Scope.of("attention")) { … }}. Scopes nest, and hold for the thread
 * that opened them. Nodes know nothing of them: a scope is an interval of the clock that stamps nodes, and of those the
 * {@value ScopeLog#MOST} that were closed last are remembered, so that a long training neither slows down nor fills the
 * memory.
 */
public final class Scope implements AutoCloseable {

    /** One opening of a scope; two of the same name are two. Holds names alone, and no node. */
    static final class Call {
        final String name;
        final @Nullable Call outer;

        private Call(String name, @Nullable Call outer) {
            this.name = name;
            this.outer = outer;
        }
    }

    private final Call call;
    private final @Nullable Object owner;
    private final @Nullable Scope outer;
    private long from;

    private Scope(Recorder recorder, String name, @Nullable Object owner) {
        this.owner = owner;
        outer = recorder.scope;
        call = new Call(name, outer == null ? null : outer.call);
        from = recorder.now();
    }

    /** Opens a scope; to be closed by the same thread. */
    public static Scope of(String name) {
        return open(name, null);
    }

    /** What the computation gives, all of it in a scope. */
    public static <T> T run(String name, Supplier<T> computation) {
        var scope = of(name);
        try {
            return computation.get();
        } finally {
            scope.close();
        }
    }

    /**
     * Opens a scope that belongs to an object, such as a layer, unless the innermost one belongs to it already. For code
     * that cannot keep the scope until it is closed; see {@link #leave}.
     */
    public static void enter(Object owner, String name) {
        var innermost = Recorder.current().scope;
        if (innermost == null || innermost.owner != owner) {
            open(name, owner);
        }
    }

    /** Closes the innermost scope if it belongs to this object. */
    public static void leave(Object owner) {
        var innermost = Recorder.current().scope;
        if (innermost != null && innermost.owner == owner) {
            innermost.close();
        }
    }

    private static Scope open(String name, @Nullable Object owner) {
        var recorder = Recorder.current();
        var scope = new Scope(recorder, name, owner);
        recorder.scope = scope;
        return scope;
    }

    /** Closes it, and whatever was opened inside of it and left open. A second time changes nothing. */
    @Override
    public void close() {
        var recorder = Recorder.current();
        if (!isAround(recorder.scope)) {
            return;
        }
        for (var s = recorder.scope; s != null; s = s.outer) {
            s.log(recorder);
            recorder.scope = s.outer;
            if (s == this) {
                return;
            }
        }
    }

    private boolean isAround(@Nullable Scope inner) {
        for (var s = inner; s != null; s = s.outer) {
            if (s == this) {
                return true;
            }
        }
        return false;
    }

    private void log(Recorder recorder) {
        if (recorder.isOn()) {
            ScopeLog.add(from, recorder.now(), call);
        }
    }

    /** The clock of the thread goes on elsewhere: what lies between belongs to other threads. */
    void jump(long left, long arrived) {
        for (var s = this; s != null; s = s.outer) {
            ScopeLog.add(s.from, left, s.call);
            s.from = arrived;
        }
    }

    /** Tells of this scope and those around it, which are still open. */
    void tell(long now, ScopeLog.Listener listener) {
        for (var s = this; s != null; s = s.outer) {
            listener.piece(s.from, now, s.call);
        }
    }
}
