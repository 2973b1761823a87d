package gradus.kernel.session;

/**
 * A line of a cell.
 *
 * @param place where it stands, such as {@code Cell 2, line 3}; empty if it is in no cell
 * @param text what stands there; empty if that cannot be known
 */
public record SourceLine(String place, String text) {

    /** Outside of the cells. */
    public static final SourceLine UNKNOWN = new SourceLine("", "");
}
