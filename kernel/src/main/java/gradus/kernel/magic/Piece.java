package gradus.kernel.magic;

/** A part of a cell. */
public sealed interface Piece {

    /** Line of the cell at which the piece begins, from 1. */
    int firstLine();

    /** Index of its first character in the cell. */
    int start();

    /** Java statements and declarations. */
    record JavaText(String text, int firstLine, int start) implements Piece {}

    /**
     * A magic with what stands behind its name.
     *
     * @param name with the percent signs
     * @param arguments the rest of its line
     * @param body the lines below it, for a magic that takes the whole cell; empty for others
     */
    record MagicCall(String name, String arguments, String body, int firstLine, int start) implements Piece {}
}
