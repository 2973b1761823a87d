package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.kernel.session.Value;
import gradus.kernel.work.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %load FILE}: {@link Script#run}. */
@Command(name = "%load", description = "Runs a file of Java, or the code cells of a notebook, in this session.")
final class LoadMagic extends WorkMagic {

    @Parameters(paramLabel = "FILE", description = "ends with .java, .jshell, .jsh or .ipynb")
    String file = "";

    @Override
    public @Nullable Object run(Session session) throws IOException, CellFailure {
        Value value = Script.run(Path.of(file), session);
        return value == null ? null : value.object();
    }

    @Override
    public List<String> completions(String typed) {
        return FileNames.completions(typed);
    }

    @Override
    public String preparation() {
        return "Files.writeString(Path.of(\"lesson.jsh\"), \"int answer = 42;\"); new File(\"lesson.jsh\").deleteOnExit();";
    }

    @Override
    public String example() {
        return "%load lesson.jsh";
    }
}
