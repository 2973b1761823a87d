package gradus.kernel.magic;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import gradus.kernel.work.Maven;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %mavenrepo ID URL}: {@link Maven#repository}. */
@Command(
        name = "%mavenrepo",
        aliases = {"%mavenRepo", "%addMavenRepo", "%mavenRepository"},
        description = "Adds a repository in which libraries are looked for; without arguments, lists them.")
final class MavenrepoMagic extends WorkMagic {

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "a name for it")
    String id = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "URL", description = "where it is: https:… or file:…")
    @Nullable
    String url;

    @Override
    public Object run(Session session) {
        if (url != null) {
            Maven.repository(id, url);
        } else if (!id.isEmpty()) {
            throw new IllegalArgumentException("the URL is missing: " + name() + " " + id + " https:…");
        }
        String list = Maven.repositories().entrySet().stream()
                .map(each -> each.getKey() + "  " + each.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        return MimeBundle.text(list.isEmpty() ? "No repositories beside those of Maven's settings." : list);
    }

    @Override
    public String example() {
        return "%mavenrepo mine file:repository";
    }
}
