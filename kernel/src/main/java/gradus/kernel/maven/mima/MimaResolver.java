package gradus.kernel.maven.mima;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import gradus.kernel.maven.ArtifactResolver;
import gradus.kernel.maven.Coordinate;
import gradus.kernel.maven.ResolutionFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.io.xpp3.SettingsXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/** The resolver of Maven, with the settings, mirrors and local repository of the user. */
public final class MimaResolver implements ArtifactResolver {

    /** Loaded by name; see {@link gradus.kernel.maven.ResolverLoader}. */
    public MimaResolver() {}

    @Override
    public List<Path> resolve(List<Coordinate> artifacts, Map<String, String> repositories, Watch watch)
            throws ResolutionFailure {
        try (Context context = context()) {
            var request = new CollectRequest();
            artifacts.forEach(each -> request.addDependency(new Dependency(artifact(each), JavaScopes.COMPILE)));
            return resolve(context, session(context, watch), request, remote(context, repositories));
        }
    }

    @Override
    public List<Path> resolvePom(String pom, Map<String, String> repositories, Watch watch) throws ResolutionFailure {
        try (Context context = context()) {
            DefaultRepositorySystemSession session = session(context, watch);
            List<RemoteRepository> remote = remote(context, repositories);
            try (var project = GivenPom.of(pom)) {
                session.setWorkspaceReader(project);
                var asked = new ArtifactDescriptorRequest(project.artifact(), remote, "");
                ArtifactDescriptorResult read = context.repositorySystem().readArtifactDescriptor(session, asked);
                var request =
                        new CollectRequest(read.getDependencies(), read.getManagedDependencies(), new ArrayList<>());
                var all = new ArrayList<>(remote);
                all.addAll(context.repositorySystem().newResolutionRepositories(session, read.getRepositories()));
                return resolve(context, session, request, all);
            } catch (ArtifactDescriptorException e) {
                throw Reasons.failure(e, remote, session);
            }
        }
    }

    private static List<Path> resolve(
            Context context,
            DefaultRepositorySystemSession session,
            CollectRequest request,
            List<RemoteRepository> remote)
            throws ResolutionFailure {
        request.setRepositories(remote);
        var filter = DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME);
        try {
            return context
                    .repositorySystem()
                    .resolveDependencies(session, new DependencyRequest(request, filter))
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .filter(each -> "jar".equals(each.getExtension())) // a POM or an archive is no place for classes
                    .map(each -> each.getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw Reasons.failure(e, remote, session);
        }
    }

    private static Context context() {
        return new StandaloneStaticRuntime()
                .create(ContextOverrides.create().withUserSettings(true).build());
    }

    private static DefaultRepositorySystemSession session(Context context, Watch watch) {
        var session = new DefaultRepositorySystemSession(context.repositorySystemSession());
        session.setTransferListener(new Transfers(watch));
        // What was not there a minute ago is asked for again: the student has corrected a name, or the network is back.
        session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
        session.setConfigProperty("aether.connector.requestTimeout", 60_000);
        session.setOffline(session.isOffline() || saysOffline(context));
        return session;
    }

    /** MIMA reads mirrors, proxies and repositories from the settings, and leaves this to its caller. */
    private static boolean saysOffline(Context context) {
        Path settings = context.mavenUserHome().settingsXml();
        if (!Files.isRegularFile(settings)) {
            return false;
        }
        try (Reader text = Files.newBufferedReader(settings)) {
            return new SettingsXpp3Reader().read(text, false).isOffline();
        } catch (IOException | XmlPullParserException e) {
            return false; // MIMA has read the same file, and would have told what is wrong with it
        }
    }

    /** Those of the settings, then the further ones; mirrors and proxies stand in for each. */
    private static List<RemoteRepository> remote(Context context, Map<String, String> further) {
        var added = further.entrySet().stream()
                .map(each -> new RemoteRepository.Builder(each.getKey(), "default", each.getValue()).build())
                .toList();
        var all = new ArrayList<>(context.remoteRepositories());
        all.addAll(context.repositorySystem().newResolutionRepositories(context.repositorySystemSession(), added));
        return all;
    }

    private static Artifact artifact(Coordinate name) {
        return new DefaultArtifact(name.group(), name.artifact(), name.classifier(), name.extension(), name.version());
    }
}
