package gradus.kernel.magic;

import gradus.kernel.session.Session;
import gradus.kernel.work.Maven;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %pom pom.xml}: {@link Maven#resolvePom}, whose jars are added to the class path. */
@Command(
        name = "%pom",
        aliases = "%loadFromPOM",
        description = "Adds the dependencies that a POM names to the class path.")
final class PomMagic extends WorkMagic {

    @Parameters(index = "0", paramLabel = "FILE", description = "a pom.xml")
    String file = "";

    /** Notebooks of IJava name scopes. */
    @Parameters(index = "1..*", arity = "0..*", hidden = true)
    List<String> scopes = List.of();

    @Override
    public Object run(Session session) throws Exception {
        Path pom = Path.of(file);
        if (!Files.isRegularFile(pom)) {
            throw new IllegalArgumentException("there is no file " + pom.toAbsolutePath());
        }
        return MavenMagic.added(Maven.resolvePom(Files.readString(pom)), session);
    }

    @Override
    public List<String> completions(String typed) {
        return FileNames.completions(typed);
    }

    @Override
    public String preparation() {
        return """
                var dependency = "<dependency><groupId>org.jspecify</groupId><artifactId>jspecify</artifactId>"
                        + "<version>1.0.1</version></dependency>";
                Files.writeString(Path.of("dependencies.xml"), dependency);
                new File("dependencies.xml").deleteOnExit();
                """;
    }

    @Override
    public String example() {
        return "%pom dependencies.xml";
    }
}
