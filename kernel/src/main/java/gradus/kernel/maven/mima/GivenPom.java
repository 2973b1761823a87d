package gradus.kernel.maven.mima;

import gradus.kernel.maven.ResolutionFailure;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/** A POM that stands in a cell, which the resolver then finds as if it were in a repository. */
final class GivenPom implements WorkspaceReader, AutoCloseable {

    private final Artifact artifact;
    private final Path file;

    private GivenPom(Artifact artifact, Path file) {
        this.artifact = artifact;
        this.file = file;
    }

    static GivenPom of(String pom) throws ResolutionFailure {
        Model model = model(pom);
        try {
            String group = model.getGroupId();
            if (group == null && model.getParent() != null) {
                group = model.getParent().getGroupId();
            }
            String version = model.getVersion();
            if (version == null && model.getParent() != null) {
                version = model.getParent().getVersion();
            }
            Path file = Files.createTempFile("gradus-", ".pom");
            Files.writeString(file, pom);
            return new GivenPom(new DefaultArtifact(group, model.getArtifactId(), "pom", version), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Model model(String pom) throws ResolutionFailure {
        try {
            return new MavenXpp3Reader().read(new StringReader(pom), false);
        } catch (XmlPullParserException | IOException e) {
            throw new ResolutionFailure("This is no POM: " + e.getMessage(), e);
        }
    }

    Artifact artifact() {
        return artifact;
    }

    @Override
    public WorkspaceRepository getRepository() {
        return new WorkspaceRepository("cell");
    }

    @Override
    public @Nullable File findArtifact(Artifact asked) {
        boolean isThis = asked.getGroupId().equals(artifact.getGroupId())
                && asked.getArtifactId().equals(artifact.getArtifactId())
                && "pom".equals(asked.getExtension());
        return isThis ? file.toFile() : null;
    }

    @Override
    public List<String> findVersions(Artifact asked) {
        return List.of();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
