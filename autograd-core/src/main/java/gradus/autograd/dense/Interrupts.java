package gradus.autograd.dense;

import java.util.concurrent.CancellationException;

/** Lets the stop button reach a loop of the engine: the stop of a cell ends the cell's own code, not a library's. */
public final class Interrupts {

    /** How many steps of a cheap loop may pass between two looks: some 10 µs. */
    public static final int EVERY = 4096;

    private Interrupts() {}

    public static void check() {
        if (Thread.interrupted()) {
            throw new CancellationException("interrupted");
        }
    }
}
