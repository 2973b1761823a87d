package gradus.kernel.install;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Python that can make virtual environments.
 *
 * @param interpreter its program
 * @param version as it prints it, such as 3.12.1
 */
record Python(Path interpreter, String version) {

    /** The pinned JupyterLab asks for this one. */
    private static final String OLDEST = "3.10";

    /** The plain names first: they are what the user means. The others serve where those are too old. */
    private static final List<String> NAMES =
            List.of("python3", "python", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10");

    /** Fails on a Python without the two modules, which Debian packages apart. */
    private static final String PROBE = "import sys, venv, ensurepip; "
            + "sys.exit(3) if sys.version_info < (" + OLDEST.replace('.', ',') + ") else "
            + "print(*sys.version_info[:3], sep='.')";

    /**
     * The first suitable Python on the PATH.
     *
     * @throws InstallProblem where there is none
     */
    static Python find(Machine machine) {
        return NAMES.stream()
                .flatMap(name -> machine.onPath(name).stream())
                .flatMap(Python::probe)
                .findFirst()
                .orElseThrow(() -> new InstallProblem("Gradus needs Python %s or newer with its venv module: %s."
                        .formatted(OLDEST, machine.platform().pythonAdvice())));
    }

    /** The prefix of the {@code python3} on the PATH, which inside an active environment is that environment's. */
    static Optional<Path> prefix(Machine machine) {
        return Stream.of("python3", "python")
                .flatMap(name -> machine.onPath(name).stream())
                .map(program -> Program.of(program, "-c", "import sys; print(sys.prefix)")
                        .capture())
                .filter(Program.Result::succeeded)
                .map(result -> Path.of(result.output().strip()))
                .findFirst();
    }

    private static Stream<Python> probe(Path program) {
        Program.Result result = Program.of(program, "-c", PROBE).capture();
        return result.succeeded()
                ? Stream.of(new Python(program, result.output().strip()))
                : Stream.empty();
    }
}
