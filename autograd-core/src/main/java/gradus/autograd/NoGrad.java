package gradus.autograd;

import java.util.function.Supplier;

/**
 * A scope in which nothing is recorded: results are constants, without op, operands and gradient (row 4.6). For
 * evaluation, for an optimizer's step, and wherever memory matters more than gradients.
 *
 * <pre>{@code
 * var w = new Var(2);
 * var y = w.mul(3);
 * y.requiresGrad()                       // ⇒ true
 * NoGrad.run(() -> w.mul(3)).requiresGrad()   // ⇒ false
 * }</pre>
 *
 * <p>Or, over several lines: {@code try (var off = NoGrad.scope()) { … }}. Scopes nest, and hold for the thread that
 * opened them.
 */
public final class NoGrad implements AutoCloseable {

    private final boolean before = Recorder.current().set(false);

    private NoGrad() {}

    /** Opens a scope; to be closed by the same thread. */
    public static NoGrad scope() {
        return new NoGrad();
    }

    /** What the computation gives, without its history. */
    public static <T> T run(Supplier<T> computation) {
        var scope = scope();
        try {
            return computation.get();
        } finally {
            scope.close();
        }
    }

    /** Records again, if that was so before the scope was opened. */
    @Override
    public void close() {
        Recorder.current().set(before);
    }
}
