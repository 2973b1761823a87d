package gradus.kernel.session;

/**
 * The wish to stop a cell, as its own code sees it: calls of {@link #check} and {@link #passOn} stand in the bytecode of
 * every cell. What is thrown to stop it is not to be caught by a {@code catch (Throwable t)} around an endless loop.
 */
public final class CellStop {

    /** Whether any cell is to stop; which one, a thread asks only then. */
    private static volatile boolean somewhere;

    private CellStop() {}

    static void somewhere(boolean stopping) {
        somewhere = stopping;
    }

    /** Whether the running thread belongs to a cell that is to stop. */
    public static boolean isHere() {
        return somewhere && CellThreads.isStopping();
    }

    /** Called before a jump back, and at the head of a method: throws, if the cell is to stop. */
    public static void check() {
        if (isHere()) {
            throw new ThreadDeath();
        }
    }

    /** Called at the head of each catch clause of a cell: throws on what was caught, if the cell is to stop. */
    public static void passOn(Throwable caught) {
        if (isHere()) {
            throw CellStop.<RuntimeException>unchecked(caught);
        }
    }

    /** The compiler checks exceptions, the JVM does not: whatever is caught goes on as it is. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T unchecked(Throwable caught) throws T {
        throw (T) caught;
    }
}
