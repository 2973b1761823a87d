package gradus.kernel.install;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code python}: the build's way to a Python with pinned packages, the same way that a user's JupyterLab comes. */
@Command(
        name = "python",
        hidden = true,
        description = "Run Python in an environment that is made where it is missing.",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class)
final class PythonCommand extends InstallerCommand {

    @Option(names = "--environment", required = true, description = "folder of the environment")
    private @Nullable Path environment;

    @Option(names = "--requirement", description = "a pip requirement file; may be repeated")
    private List<Path> requirements = new ArrayList<>();

    @Parameters(description = "arguments of python, after --")
    private List<String> arguments = new ArrayList<>();

    @Override
    int run(Machine machine, PrintWriter out) throws IOException {
        Path folder = Objects.requireNonNull(environment);
        PythonEnvironment python = PythonEnvironment.ensure(folder, requirements, machine, out);
        out.flush();
        return Program.of(python.program("python"), arguments.toArray(String[]::new))
                // The tests install a kernel on the JDK that runs the build.
                .where("JAVA_HOME", System.getProperty("java.home"))
                .show();
    }
}
