package gradus.kernel.install;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A Jupyter that is installed on the machine.
 *
 * @param program its {@code jupyter} command
 */
record Jupyter(Path program) {

    private static final String REQUIREMENTS = "jupyter.txt";

    /** The user's own: the first on the PATH that runs. */
    static Optional<Jupyter> onPath(Machine machine) {
        return machine.onPath("jupyter").map(Jupyter::new).filter(jupyter -> jupyter.has("--data-dir"));
    }

    /** The private one, if it has been made before. */
    static Optional<Jupyter> existingPrivate(Machine machine) {
        return Optional.of(privateEnvironment(machine))
                .map(environment -> new Jupyter(environment.program("jupyter")))
                .filter(jupyter -> Files.exists(jupyter.program));
    }

    /** The private one, made where it is missing, in an environment that touches nothing of the user's. */
    static Jupyter ensurePrivate(Machine machine, PrintWriter out) throws IOException {
        Path requirements = Files.createTempFile("gradus-", ".txt");
        try (InputStream pinned = Objects.requireNonNull(Jupyter.class.getResourceAsStream(REQUIREMENTS))) {
            Files.write(requirements, pinned.readAllBytes());
            Path folder = privateEnvironment(machine).folder();
            return new Jupyter(PythonEnvironment.ensure(folder, List.of(requirements), machine, out)
                    .program("jupyter"));
        } finally {
            Files.deleteIfExists(requirements);
        }
    }

    static PythonEnvironment privateEnvironment(Machine machine) {
        return new PythonEnvironment(machine.gradusData().resolve("python"), machine.platform());
    }

    /** Whether it has a subcommand such as {@code nbconvert}. */
    boolean has(String subcommand, String... arguments) {
        return Program.of(program, subcommand).with(arguments).capture().succeeded();
    }

    /** The data folder of this user, in which it looks for kernels. */
    Path dataFolder() {
        return Path.of(Program.of(program, "--data-dir").capture().output().strip());
    }

    /** A subcommand that finds the kernel wherever it was installed. */
    Program command(KernelFolder kernel, Machine machine, String... arguments) {
        String data = kernel.jupyterData().toString();
        String path = machine.variable("JUPYTER_PATH")
                .map(already -> data + File.pathSeparator + already)
                .orElse(data);
        return Program.of(program, arguments).where("JUPYTER_PATH", path);
    }
}
