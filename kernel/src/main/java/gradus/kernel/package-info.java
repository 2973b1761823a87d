/**
 * The kernel: {@link gradus.kernel.Main} starts it, {@link gradus.kernel.CellInterpreter} joins Java and magics.
 *
 * <p>Read first {@code session} (the narrow interfaces between the parts), then {@code jshell} (runs Java), {@code
 * hint} (what to do about mistakes), {@code magic} (lines that begin with %), {@code display} (value to MIME bundle) and {@code jupyter} (the protocol).
 */
@NullMarked
package gradus.kernel;

import org.jspecify.annotations.NullMarked;
