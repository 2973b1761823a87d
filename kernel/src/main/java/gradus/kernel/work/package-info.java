/**
 * What the magics for work stand for, and what a cell may call itself: libraries, class path, timing, programs. Read first
 * {@link gradus.kernel.work.Kernel} and {@link gradus.kernel.work.Maven}. Every cell sees these classes without an import.
 */
@NullMarked
package gradus.kernel.work;

import org.jspecify.annotations.NullMarked;
