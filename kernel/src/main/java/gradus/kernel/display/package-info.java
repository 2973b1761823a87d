/**
 * From a value to a MIME bundle. Read first {@link gradus.kernel.display.Renderers}: one line per kind of value.
 */
@NullMarked
package gradus.kernel.display;

import org.jspecify.annotations.NullMarked;
