/** The other end of the wire: just enough of a Jupyter client to run cells in a kernel of one's own. */
@NullMarked
package gradus.kernel.jupyter.client;

import org.jspecify.annotations.NullMarked;
