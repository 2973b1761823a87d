package gradus.kernel.maven.mima;

import gradus.kernel.maven.ResolutionFailure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.eclipse.aether.transfer.TransferCancelledException;

/** Why an artifact is not to be had, in a student's terms. */
final class Reasons {

    private Reasons() {}

    static ResolutionFailure failure(
            RepositoryException problem, List<RemoteRepository> asked, RepositorySystemSession session) {
        Set<String> missing = missing(problem);
        String what = missing.isEmpty() ? "" : String.join(", ", missing) + ": ";
        String where = asked.stream()
                .map(each -> each.getId() + " (" + each.getUrl() + ")")
                .collect(Collectors.joining(", "));
        String local = session.getLocalRepository().getBasedir().toString();
        if (has(problem, TransferCancelledException.class)) {
            return new ResolutionFailure(what + "the search was cancelled", problem);
        }
        if (has(problem, RepositoryOfflineException.class) || session.isOffline()) {
            return new ResolutionFailure(
                    what + "not in " + local + ", and Maven's settings say to work offline. Take <offline> out of"
                            + " settings.xml, or fetch it once where there is a network.",
                    problem);
        }
        if (has(problem, ArtifactNotFoundException.class) || !hasCauseOutsideMaven(problem)) {
            return new ResolutionFailure(
                    what + "not found in " + local + " nor in " + where + ". Check group, artifact and version;"
                            + " %mavenrepo ID URL adds a repository.",
                    problem);
        }
        return new ResolutionFailure(
                what + "not in " + local + ", and no answer came from " + where + ": " + reason(problem)
                        + ". Are you offline? Try again with a network; behind a firewall, name the mirror or proxy in"
                        + " settings.xml.",
                problem);
    }

    private static Set<String> missing(RepositoryException problem) {
        var missing = new LinkedHashSet<String>();
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (each instanceof DependencyResolutionException e && e.getResult() != null) {
                e.getResult().getArtifactResults().forEach(result -> add(missing, result));
            } else if (each instanceof ArtifactResolutionException e) {
                e.getResults().forEach(result -> add(missing, result));
            } else if (each instanceof ArtifactDescriptorException e && e.getResult() != null) {
                missing.add(e.getResult().getRequest().getArtifact().toString());
            }
        }
        return missing;
    }

    private static void add(Set<String> missing, ArtifactResult result) {
        Artifact artifact = result.getRequest().getArtifact();
        if (!result.isResolved() && artifact != null) {
            missing.add(artifact.toString());
        }
    }

    private static boolean has(Throwable problem, Class<? extends Throwable> type) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCauseOutsideMaven(Throwable problem) {
        return !(root(problem) instanceof RepositoryException);
    }

    private static String reason(Throwable problem) {
        Throwable root = root(problem);
        return root.getClass().getSimpleName() + ", " + root.getMessage();
    }

    private static Throwable root(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
