/**
 * Artifacts of Maven repositories, as files on this machine. Read first {@link gradus.kernel.maven.ArtifactResolver}.
 *
 * <p>The library that does it is seen by {@code gradus.kernel.maven.mima} alone, which {@link
 * gradus.kernel.maven.ResolverLoader} loads with it when it is needed first.
 */
@NullMarked
package gradus.kernel.maven;

import org.jspecify.annotations.NullMarked;
