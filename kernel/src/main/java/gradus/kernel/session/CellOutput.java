package gradus.kernel.session;

import java.nio.charset.StandardCharsets;

/** Where the output of one cell goes, and where its input comes from. Safe to call from any thread. */
public interface CellOutput {

    enum Stream {
        STDOUT,
        STDERR
    }

    /** Appends UTF-8 bytes to a stream. May wait when the cell prints faster than the line carries. */
    void write(Stream stream, byte[] bytes, int offset, int length);

    default void print(Stream stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(stream, bytes, 0, bytes.length);
    }

    void show(MimeBundle bundle);

    /** Shows a bundle that {@link #update} can replace later, from any cell. */
    void show(MimeBundle bundle, String id);

    /** Replaces what was shown under this id, wherever that is; does nothing if nothing was. */
    void update(MimeBundle bundle, String id);

    /** Shows what was asked about beside the notebook, where the frontend has a place for that. */
    void page(MimeBundle bundle);

    void clear(boolean wait);

    /**
     * Asks the student for a line and waits for it.
     *
     * @throws InputRefused if the frontend takes no questions
     * @throws InterruptedException if the cell is interrupted meanwhile
     */
    String readLine(String prompt, boolean hidden) throws InterruptedException;
}
