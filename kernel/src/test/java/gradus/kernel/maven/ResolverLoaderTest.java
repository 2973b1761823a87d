package gradus.kernel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.kernel.maven.ArtifactResolver.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a repository in a folder, so that no network is asked. */
class ResolverLoaderTest {

    @TempDir
    Path folder = Path.of("");

    private final Watch watch = new Watch(line -> {}, () -> false);

    @BeforeEach
    void publish() throws IOException {
        publish(
                "above",
                dependency("below") + dependency("optional").replace("</dep", "<optional>true</optional></dep"));
        publish("below", "");
        publish("optional", "");
    }

    private void publish(String name, String dependencies) throws IOException {
        Path place = Files.createDirectories(folder.resolve("gradus-test/" + name + "/1"));
        Files.writeString(
                place.resolve(name + "-1.pom"),
                "<project><modelVersion>4.0.0</modelVersion>"
                        + "<groupId>gradus-test</groupId><artifactId>" + name + "</artifactId><version>1</version>"
                        + "<dependencies>" + dependencies + "</dependencies></project>");
        Files.writeString(place.resolve(name + "-1.jar"), "");
    }

    private static String dependency(String name) {
        return "<dependency><groupId>gradus-test</groupId><artifactId>" + name
                + "</artifactId><version>1</version></dependency>";
    }

    private Map<String, String> repository() {
        return Map.of("folder", folder.toUri().toString());
    }

    private static List<String> names(List<Path> jars) {
        return jars.stream().map(each -> each.getFileName().toString()).toList();
    }

    @Test
    void dependencies_comeAlongUnlessOptional() throws ResolutionFailure {
        var jars = ResolverLoader.newResolver()
                .resolve(List.of(Coordinate.parse("gradus-test:above:1")), repository(), watch);
        assertThat(names(jars)).containsExactly("above-1.jar", "below-1.jar");
    }

    @Test
    void pom_namesDependenciesByProperties() throws ResolutionFailure {
        var pom = "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId>"
                + "<version>1</version><properties><v>1</v></properties><dependencies>"
                + dependency("below").replace(">1<", ">${v}<") + "</dependencies></project>";
        assertThat(names(ResolverLoader.newResolver().resolvePom(pom, repository(), watch)))
                .containsExactly("below-1.jar");
    }

    @Test
    void textThatIsNoPom_isTold() {
        assertThatExceptionOfType(ResolutionFailure.class)
                .isThrownBy(() -> ResolverLoader.newResolver().resolvePom("<project><", Map.of(), watch))
                .withMessageStartingWith("This is no POM");
    }

    @Test
    void resolver_isLoadedApart() {
        var loader = ResolverLoader.newResolver().getClass().getClassLoader();
        assertThat(loader).isInstanceOf(ResolverLoader.class);
    }
}
