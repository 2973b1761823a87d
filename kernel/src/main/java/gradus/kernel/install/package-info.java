/**
 * From a built jar to a kernel that Jupyter offers: {@code install}, {@code doctor} and the Python environment of the
 * build.
 *
 * <p>Read {@link gradus.kernel.install.InstallCommand} first; it is the table of contents. Everything that depends on
 * the machine (platform, environment variables, home) comes in through {@link gradus.kernel.install.Machine}, so that
 * tests can make one up.
 */
@NullMarked
package gradus.kernel.install;

import org.jspecify.annotations.NullMarked;
