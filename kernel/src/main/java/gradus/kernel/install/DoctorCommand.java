package gradus.kernel.install;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code doctor}: looks at an installed kernel, runs a cell in it, and says what to do. */
@Command(
        name = "doctor",
        description = "Run a cell in the installed kernel; say what is wrong and what to do.",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class)
final class DoctorCommand extends InstallerCommand {

    @ArgGroup
    @Nullable
    private Where where;

    @Override
    int run(Machine machine, PrintWriter out) throws IOException {
        Optional<Jupyter> users = Jupyter.onPath(machine);
        KernelFolder kernel = (where == null ? new Where() : where).folder(machine, users);
        checkFiles(kernel, out);
        out.println(ArchiveCheck.of(kernel));
        Jupyter jupyter = users.or(() -> Jupyter.existingPrivate(machine))
                .orElseThrow(
                        () -> new InstallProblem("The kernel is installed, but there is no Jupyter to use it with: "
                                + "run install-kernel.sh without --no-jupyter, or `pip install jupyterlab`."));
        out.println("ok: Jupyter is " + jupyter.program());
        out.flush();
        out.println("ok: " + new Checkup(jupyter, kernel, machine).run());
        return 0;
    }

    private static void checkFiles(KernelFolder kernel, PrintWriter out) throws IOException {
        if (!kernel.exists()) {
            throw new InstallProblem("There is no Gradus in %s: run install-kernel.sh.".formatted(kernel.path()));
        }
        List<String> argv = Installation.argvOf(kernel.kernelJson());
        Path java = Path.of(argv.get(0));
        if (!Files.isExecutable(java)) {
            throw new InstallProblem("The JDK that Gradus was installed with is gone (%s): run install-kernel.sh again."
                    .formatted(java));
        }
        if (!Files.isRegularFile(kernel.jar())) {
            throw new InstallProblem("%s is missing: run install-kernel.sh again.".formatted(kernel.jar()));
        }
        out.println("ok: the kernel is in " + kernel.path());
        out.println("ok: it runs on " + java);
    }
}
