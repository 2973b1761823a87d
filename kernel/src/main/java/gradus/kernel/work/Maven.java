package gradus.kernel.work;

import gradus.kernel.maven.ArtifactResolver;
import gradus.kernel.maven.ArtifactResolver.Watch;
import gradus.kernel.maven.Coordinate;
import gradus.kernel.maven.ResolutionFailure;
import gradus.kernel.maven.ResolverLoader;
import gradus.kernel.session.CellOutput;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.Sessions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Libraries from Maven repositories: with all that they depend on, by the user's {@code settings.xml} with its mirrors and
 * proxies, through the local repository, which serves without a network too.
 */
public final class Maven {

    private static final Map<String, String> REPOSITORIES = new LinkedHashMap<>();

    private Maven() {}

    /**
     * Fetches artifacts with their dependencies and adds them to the class path of the cells.
     *
     * @param coordinates such as {@code org.apache.commons:commons-math3:3.6.1}
     * @return the jars
     * @throws IllegalArgumentException if a name is none of an artifact
     * @throws ResolutionFailure if an artifact is not to be had
     * @throws InterruptedException if the cell is interrupted
     */
    public static List<Path> add(String... coordinates) throws ResolutionFailure, InterruptedException {
        List<Path> jars = resolve(coordinates);
        Sessions.current().addToClasspath(jars);
        return jars;
    }

    /** Fetches artifacts with their dependencies, as {@link #add} does, and leaves the class path alone. */
    public static List<Path> resolve(String... coordinates) throws ResolutionFailure, InterruptedException {
        List<Coordinate> names =
                Arrays.stream(coordinates).map(Coordinate::parse).toList();
        Map<String, String> further = repositories();
        return watched((resolver, watch) -> resolver.resolve(names, further, watch));
    }

    /** Fetches the dependencies that a POM, or a part of one, names; the class path is left alone. */
    public static List<Path> resolvePom(String pom) throws ResolutionFailure, InterruptedException {
        Map<String, String> further = repositories();
        String whole = PomText.whole(pom);
        return watched((resolver, watch) -> resolver.resolvePom(whole, further, watch));
    }

    /** Has a further repository asked, after those of the settings. */
    public static synchronized void repository(String id, String url) {
        if (!url.matches("(https?|file):.+")) {
            throw new IllegalArgumentException(url + " is no URL of a repository: it begins with https: or file:");
        }
        REPOSITORIES.put(id, url);
    }

    /** The further repositories, id to URL. */
    public static synchronized Map<String, String> repositories() {
        return Map.copyOf(REPOSITORIES);
    }

    private interface Search {
        List<Path> run(ArtifactResolver resolver, Watch watch) throws ResolutionFailure;
    }

    /** On a thread of its own: an interrupt does not reach a download that hangs, but it reaches the one who waits. */
    private static List<Path> watched(Search search) throws ResolutionFailure, InterruptedException {
        var cancelled = new AtomicBoolean();
        var watch = new Watch(Maven::say, cancelled::get);
        Callable<List<Path>> work = () -> search.run(ResolverLoader.newResolver(), watch);
        var task = new FutureTask<>(work);
        var thread = new Thread(task, "gradus-maven");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof ResolutionFailure failure) {
                throw failure;
            }
            throw new IllegalStateException("Maven's resolver failed: " + cause, cause);
        } finally {
            cancelled.set(true);
        }
    }

    private static void say(String line) {
        @Nullable CellOutput output = Outputs.current();
        if (output != null) {
            output.print(CellOutput.Stream.STDOUT, line + "\n");
        }
    }
}
