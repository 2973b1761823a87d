/**
 * Runs Java cells with JShell in this JVM; the only package that sees {@code jdk.jshell}.
 *
 * <p>Read first {@link gradus.kernel.jshell.JavaSession}, then {@link gradus.kernel.jshell.CellControl}, which runs what
 * JShell has compiled.
 */
@NullMarked
package gradus.kernel.jshell;

import org.jspecify.annotations.NullMarked;
