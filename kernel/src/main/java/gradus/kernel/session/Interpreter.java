package gradus.kernel.session;

import org.jspecify.annotations.Nullable;

/** What the protocol asks of a language. One cell runs at a time; only {@link #interrupt} comes from another thread. */
public interface Interpreter {

    /**
     * Runs a cell.
     *
     * @return the bundle of its last value; null where the cell ends with no value
     * @throws CellFailure if it fails
     */
    @Nullable
    MimeBundle run(Cell cell) throws CellFailure;

    /** The value of an expression, for a frontend that asks along with a cell. */
    MimeBundle evaluate(String expression) throws CellFailure;

    Completion complete(String code, int cursor);

    /** What is known of the name at the cursor; null where nothing is. */
    @Nullable
    MimeBundle inspect(String code, int cursor, int detail);

    Completeness completeness(String code);

    /** Ends the running cell, whatever it does; nothing happens where none runs. */
    void interrupt();
}
