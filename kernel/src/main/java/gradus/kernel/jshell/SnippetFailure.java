package gradus.kernel.jshell;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import jdk.jshell.spi.ExecutionControl.ResolutionException;
import jdk.jshell.spi.ExecutionControl.RunException;
import jdk.jshell.spi.ExecutionControl.UserException;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/** What a snippet threw, in JShell's terms. An exception of the student's may fail when it is asked for its message. */
final class SnippetFailure {

    private static final int MOST_CAUSES = 30;

    private SnippetFailure() {}

    static RunException of(Throwable thrown) {
        return of(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static RunException of(Throwable thrown, Set<Throwable> seen) {
        if (thrown instanceof SPIResolutionException unresolved) {
            return new ResolutionException(unresolved.id(), unresolved.getStackTrace());
        }
        seen.add(thrown);
        var failure = new UserException(message(thrown), thrown.getClass().getName(), stack(thrown));
        Throwable cause = cause(thrown);
        boolean isNew = cause != null && !seen.contains(cause) && seen.size() < MOST_CAUSES;
        if (cause != null && isNew) {
            failure.initCause(of(cause, seen));
        }
        return failure;
    }

    private static @Nullable String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | StackOverflowError e) {
            return "(its message cannot be read: " + e.getClass().getName() + ")";
        }
    }

    private static @Nullable Throwable cause(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    private static StackTraceElement[] stack(Throwable thrown) {
        try {
            return thrown.getStackTrace();
        } catch (RuntimeException | StackOverflowError e) {
            return new StackTraceElement[0];
        }
    }
}
