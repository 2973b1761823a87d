package gradus.kernel.magic;

import gradus.kernel.session.Session;
import gradus.kernel.work.Maven;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %%pom}: {@link Maven#resolvePom} of the cell's text. */
@Command(
        name = "%%pom",
        aliases = "%%loadFromPOM",
        description = "Adds the dependencies that the cell names, as in a POM, to the class path.")
final class PomCellMagic extends WholeCellMagic {

    /** Notebooks of IJava name scopes. */
    @Parameters(arity = "0..*", hidden = true)
    List<String> scopes = List.of();

    @Override
    public Object run(Session session) throws Exception {
        return MavenMagic.added(Maven.resolvePom(text()), session);
    }

    @Override
    public String example() {
        return """
                %%pom
                <dependency>
                  <groupId>org.jspecify</groupId><artifactId>jspecify</artifactId><version>1.0.1</version>
                </dependency>""";
    }
}
