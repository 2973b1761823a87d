package gradus.kernel.install;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A virtual Python environment with pinned packages: JupyterLab for a user who has none, and the clients that test the
 * kernel in the build.
 *
 * @param folder where it lies
 * @param platform decides on the names of its programs
 */
record PythonEnvironment(Path folder, Platform platform) {

    /** Holds the requirements that the environment was made from; written last, so that a torn one is made anew. */
    private static final String STAMP = "gradus-requirements.txt";

    /**
     * The environment in this folder, made when it is missing or when its requirements have changed.
     *
     * @param requirements pip requirement files
     * @throws InstallProblem where there is no Python, or pip fails
     */
    static PythonEnvironment ensure(Path folder, List<Path> requirements, Machine machine, PrintWriter out)
            throws IOException {
        PythonEnvironment environment = new PythonEnvironment(folder, machine.platform());
        Path stamp = folder.resolve(STAMP);
        StringBuilder wanted = new StringBuilder();
        for (Path file : requirements) {
            wanted.append(Files.readString(file));
        }
        if (Files.exists(stamp) && Files.readString(stamp).contentEquals(wanted) && environment.runs()) {
            return environment;
        }
        Python python = Python.find(machine);
        out.println("Making a Python " + python.version() + " environment in " + folder + " (about a minute)");
        out.flush();
        environment.make(python, requirements);
        Files.writeString(stamp, wanted);
        return environment;
    }

    /** A program of the environment, such as {@code python} or {@code jupyter}. */
    Path program(String name) {
        return folder.resolve(platform.environmentPrograms()).resolve(platform.executable(name));
    }

    private boolean runs() {
        return Program.of(program("python"), "-c", "").capture().succeeded();
    }

    private void make(Python python, List<Path> requirements) {
        // --clear: an environment of other requirements, or half made, leaves nothing behind.
        check(Program.of(python.interpreter(), "-m", "venv", "--clear", folder.toString()), "make the environment");
        List<String> arguments = new ArrayList<>(List.of("-m", "pip", "install", "--quiet"));
        for (Path file : requirements) {
            arguments.add("--requirement");
            arguments.add(file.toString());
        }
        check(Program.of(program("python"), arguments.toArray(String[]::new)), "install its packages");
    }

    private void check(Program program, String purpose) {
        Program.Result result =
                program.where("PIP_DISABLE_PIP_VERSION_CHECK", "1").capture();
        if (!result.succeeded()) {
            throw new InstallProblem("Python could not %s in %s; is the network there? It said:%n%s"
                    .formatted(purpose, folder, result.output().strip()));
        }
    }
}
