package gradus.kernel.session;

/** Thrown where a cell still has a line {@code // YOUR CODE HERE}: code that is to be written stands in its place. */
public final class NotWrittenYet extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param what what is open, such as {@code diamond (exercise diamond)}; empty for the cell itself */
    public NotWrittenYet(String what) {
        super((what.isEmpty() ? "This cell" : what)
                + " is not written yet: put your code in the place of the line // YOUR CODE HERE");
    }
}
