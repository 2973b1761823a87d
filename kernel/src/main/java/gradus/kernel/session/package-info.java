/**
 * What the parts of the kernel know of each other: interfaces and records, with no type of JShell or of Jupyter.
 *
 * <p>Read first {@link gradus.kernel.session.Interpreter} (what the protocol asks for), {@link
 * gradus.kernel.session.Session} (what a magic may do) and {@link gradus.kernel.session.CellOutput} (where output goes).
 */
@NullMarked
package gradus.kernel.session;

import org.jspecify.annotations.NullMarked;
