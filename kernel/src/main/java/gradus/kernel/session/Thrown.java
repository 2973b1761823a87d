package gradus.kernel.session;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a throwable tells of itself. One of the student's own may fail when it is asked. */
public final class Thrown {

    private static final StackTraceElement[] NO_STACK = {};

    private Thrown() {}

    public static @Nullable String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | Error e) {
            passOn(e);
            return "(its message cannot be read: " + e.getClass().getName() + ")";
        }
    }

    public static @Nullable Throwable cause(Throwable thrown) {
        return asked(thrown::getCause, null);
    }

    public static StackTraceElement[] stack(Throwable thrown) {
        return Objects.requireNonNullElse(asked(thrown::getStackTrace, NO_STACK), NO_STACK);
    }

    private static <T> @Nullable T asked(Supplier<@Nullable T> question, @Nullable T otherwise) {
        try {
            return question.get();
        } catch (RuntimeException | Error e) {
            passOn(e);
            return otherwise;
        }
    }

    /** What stops a cell is no answer. */
    private static void passOn(Throwable failure) {
        if (failure instanceof ThreadDeath stopped) {
            throw stopped;
        }
    }
}
