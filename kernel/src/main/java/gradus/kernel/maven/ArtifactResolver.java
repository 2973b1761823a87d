package gradus.kernel.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Finds artifacts with all that they depend on, in the local repository or in those that the user's settings name. */
public interface ArtifactResolver {

    /**
     * How a search is watched.
     *
     * @param say gets a line for each file that is fetched
     * @param cancelled asked again and again; true ends the search
     */
    record Watch(Consumer<String> say, BooleanSupplier cancelled) {}

    /**
     * The jars of artifacts and of their dependencies of scope compile and runtime; of several versions of one artifact,
     * the one that Maven would take.
     *
     * @param repositories further repositories, id to URL
     * @throws ResolutionFailure if something is not to be had; says what to do
     */
    List<Path> resolve(List<Coordinate> artifacts, Map<String, String> repositories, Watch watch)
            throws ResolutionFailure;

    /**
     * The jars of the dependencies that a POM names, with its parents, properties, imports and repositories.
     *
     * @throws ResolutionFailure if it is no POM, or something is not to be had
     */
    List<Path> resolvePom(String pom, Map<String, String> repositories, Watch watch) throws ResolutionFailure;
}
