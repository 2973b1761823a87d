package gradus.kernel.jshell;

import gradus.kernel.session.Thrown;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import jdk.jshell.spi.ExecutionControl.ResolutionException;
import jdk.jshell.spi.ExecutionControl.RunException;
import jdk.jshell.spi.ExecutionControl.UserException;
import jdk.jshell.spi.SPIResolutionException;

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
        var failure =
                new UserException(Thrown.message(thrown), thrown.getClass().getName(), Thrown.stack(thrown));
        Throwable cause = Thrown.cause(thrown);
        boolean isNew = cause != null && !seen.contains(cause) && seen.size() < MOST_CAUSES;
        if (cause != null && isNew) {
            failure.initCause(of(cause, seen));
        }
        return failure;
    }

    /** Whether code of a cell runs when this is asked for its message, or for what it comes from. */
    static boolean runsCell(Throwable thrown) {
        int causes = 0;
        for (Throwable each = thrown; each != null && causes < MOST_CAUSES; each = each.getCause()) {
            if (Origins.isOfCell(each.getClass().getName())) {
                return true;
            }
            causes++;
        }
        return false;
    }

    /** One that cannot be asked for anything. */
    static RunException unread(Throwable thrown) {
        return new UserException("", thrown.getClass().getName(), new StackTraceElement[0]);
    }
}
