package gradus.kernel.session;

/**
 * A line of a cell.
 *
 * @param cell the number of the cell; 0 if it has none
 * @param line the number of the line in it; 0 if that cannot be known
 * @param text what stands there; empty if that cannot be known
 */
public record SourceLine(int cell, int line, String text) {

    /** Outside of the cells. */
    public static final SourceLine UNKNOWN = new SourceLine(0, 0, "");
}
