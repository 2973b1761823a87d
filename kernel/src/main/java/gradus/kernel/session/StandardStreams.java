package gradus.kernel.session;

import java.io.InputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.in}, {@code System.out} and {@code System.err}. A cell may put others in their places, for all cells that
 * follow; but where it puts null, nothing would run any more, not even the compiler.
 */
public final class StandardStreams {

    private static volatile @Nullable InputStream in;
    private static volatile @Nullable PrintStream out;
    private static volatile @Nullable PrintStream err;

    private StandardStreams() {}

    /** Makes these the streams of the process. */
    public static void set(InputStream newIn, PrintStream newOut, PrintStream newErr) {
        in = newIn;
        out = newOut;
        err = newErr;
        System.setIn(newIn);
        System.setOut(newOut);
        System.setErr(newErr);
    }

    /** Puts back what is missing. */
    public static void mend() {
        if (System.in == null) {
            System.setIn(in);
        }
        if (System.out == null) {
            System.setOut(out);
        }
        if (System.err == null) {
            System.setErr(err);
        }
    }
}
