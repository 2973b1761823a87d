/**
 * Java text as it is written: declarations, and what their comments say. Read {@link gradus.kernel.source.JavaSource} first;
 * nothing here knows JShell, and nothing is compiled.
 */
@NullMarked
package gradus.kernel.source;

import org.jspecify.annotations.NullMarked;
