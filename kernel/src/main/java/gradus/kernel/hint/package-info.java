/**
 * What to do about the mistakes that students make most. Read first {@link gradus.kernel.hint.Hints}, the catalogue; each
 * hint has its own sample of code that earns it.
 */
@NullMarked
package gradus.kernel.hint;

import org.jspecify.annotations.NullMarked;
