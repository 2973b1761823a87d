package gradus.kernel.session;

import org.jspecify.annotations.Nullable;

/** The session that the code of cells is part of, for what cells call and no one hands a session to. */
public final class Sessions {

    private static volatile @Nullable Session current;

    private Sessions() {}

    public static void current(Session session) {
        current = session;
    }

    /** The line of a cell at which a stack frame stands; empty where there is none, or no session. */
    static SourceLine lineOf(StackTraceElement frame) {
        Session session = current;
        return session == null ? SourceLine.UNKNOWN : session.lineOf(frame);
    }

    /**
     * The session of this JVM.
     *
     * @throws IllegalStateException if none has been started
     */
    public static Session current() {
        Session session = current;
        if (session == null) {
            throw new IllegalStateException("There is no session here: this is for code in the cells of a notebook.");
        }
        return session;
    }
}
