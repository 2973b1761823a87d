package gradus.kernel.magic;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import gradus.kernel.work.Maven;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %maven group:artifact:version}: {@link Maven#add}. */
@Command(
        name = "%maven",
        aliases = {"%addMavenDependency", "%addMavenDependencies", "%dependency"},
        description = "Adds a library from Maven's repositories to the class path, with all that it depends on.")
final class MavenMagic extends WorkMagic {

    @Parameters(
            arity = "0..*",
            paramLabel = "ARTIFACT",
            description = "group:artifact:version, group:artifact:classifier:version,"
                    + " group:artifact:packaging:classifier:version; none lists the class path")
    List<String> artifacts = List.of();

    /** Notebooks of rapaio write {@code /add} before an artifact, and {@code /resolve} on a line of its own. */
    @Override
    public List<String> split(String text) {
        return super.split(text).stream()
                .filter(each -> !each.startsWith("/") && !"--force".equals(each))
                .toList();
    }

    @Override
    public Object run(Session session) throws Exception {
        if (artifacts.isEmpty()) {
            return ClasspathMagic.list(session);
        }
        List<Path> jars = Maven.resolve(artifacts.toArray(String[]::new));
        return added(jars, session);
    }

    static MimeBundle added(List<Path> jars, Session session) {
        var there = session.classpath();
        List<Path> fresh = jars.stream().filter(each -> !there.contains(each)).toList();
        session.addToClasspath(fresh);
        String names = fresh.stream().map(each -> "  " + each.getFileName()).collect(Collectors.joining("\n"));
        String known = jars.size() > fresh.size() ? "On the class path already: " + (jars.size() - fresh.size()) : "";
        String told = fresh.isEmpty() ? "" : "Added to the class path:\n" + names;
        return MimeBundle.text(String.join(told.isEmpty() || known.isEmpty() ? "" : "\n", told, known));
    }

    @Override
    public String example() {
        return "%maven org.jspecify:jspecify:1.0.1";
    }
}
