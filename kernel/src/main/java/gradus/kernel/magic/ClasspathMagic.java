package gradus.kernel.magic;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import gradus.kernel.work.ClassPath;
import gradus.kernel.work.Maven;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %classpath PATH}: {@link ClassPath#find}, added to the class path. */
@Command(
        name = "%classpath",
        aliases = "%jars",
        description = "Adds jars and folders of classes to the class path; without arguments, lists it.")
final class ClasspathMagic extends WorkMagic {

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "a jar, a folder of classes, or a pattern such as lib/*.jar")
    List<String> paths = List.of();

    @Override
    public Object run(Session session) throws Exception {
        if (paths.isEmpty()) {
            return list(session);
        }
        if ("add".equals(paths.get(0)) && paths.size() > 2) {
            return addAsBeakerX(session);
        }
        return add(paths, session);
    }

    private static MimeBundle add(List<String> paths, Session session) {
        var entries = new ArrayList<Path>();
        paths.forEach(each -> entries.addAll(ClassPath.find(each)));
        return MavenMagic.added(entries, session);
    }

    /** {@code add jar PATH}, {@code add mvn g:a:v} and {@code add mvn g a v}, as notebooks of BeakerX have it. */
    private MimeBundle addAsBeakerX(Session session) throws Exception {
        List<String> rest = paths.subList(2, paths.size());
        if (!"mvn".equals(paths.get(1))) {
            return add(rest, session);
        }
        String[] artifacts =
                rest.get(0).contains(":") ? rest.toArray(String[]::new) : new String[] {String.join(":", rest)};
        return MavenMagic.added(Maven.resolve(artifacts), session);
    }

    static MimeBundle list(Session session) {
        String lines = session.classpath().stream().map(Path::toString).collect(Collectors.joining("\n"));
        return MimeBundle.text(lines.isEmpty() ? "Nothing has been added to the class path yet." : lines);
    }

    @Override
    public List<String> completions(String typed) {
        return FileNames.completions(typed);
    }

    @Override
    public String preparation() {
        return "new File(\"target/classes\").mkdirs();";
    }

    @Override
    public String example() {
        return "%classpath target/classes";
    }
}
