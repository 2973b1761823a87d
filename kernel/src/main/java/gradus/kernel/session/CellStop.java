package gradus.kernel.session;

/**
 * The wish to stop the running cell, as its own code sees it: what is thrown to stop it is not to be caught by a {@code
 * catch (Throwable t)} around an endless loop.
 */
public final class CellStop {

    private static volatile boolean requested;

    private CellStop() {}

    /** Says whether the running cell is to stop. */
    public static void request(boolean stop) {
        requested = stop;
    }

    /** Called at the head of each catch clause of a cell: throws on what was caught, if the cell is to stop. */
    public static void passOn(Throwable caught) {
        if (requested) {
            throw CellStop.<RuntimeException>unchecked(caught);
        }
    }

    /** The compiler checks exceptions, the JVM does not: whatever is caught goes on as it is. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T unchecked(Throwable caught) throws T {
        throw (T) caught;
    }
}
