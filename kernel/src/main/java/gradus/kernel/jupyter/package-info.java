/**
 * The Jupyter protocol (messaging 5.4) on the typed messages of jupyter-jvm-basekernel; the only package that sees that
 * library and ZeroMQ. What the library gets wrong is mended here, by classes of our own in the places that it leaves open.
 *
 * <p>Read first {@link gradus.kernel.jupyter.Connection} (sockets and loops), then {@link gradus.kernel.jupyter.Kernel}
 * (one handler for each kind of request) and {@link gradus.kernel.jupyter.Outbox} (what is published, in which order).
 */
@NullMarked
package gradus.kernel.jupyter;

import org.jspecify.annotations.NullMarked;
