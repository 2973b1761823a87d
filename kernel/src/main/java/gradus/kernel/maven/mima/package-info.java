/** The resolver of Maven, set up by MIMA; loaded when it is needed first. */
@NullMarked
package gradus.kernel.maven.mima;

import org.jspecify.annotations.NullMarked;
