package gradus.kernel.install;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The three places in which a kernel can stand, as options of the command line; one of them at a time. */
final class Where {

    @Option(names = "--user", description = "for you alone (default)")
    boolean user;

    @Option(names = "--sys-prefix", description = "for all who use the Python environment that is active")
    boolean sysPrefix;

    @Option(names = "--prefix", paramLabel = "DIR", description = "in DIR/share/jupyter, such as /usr/local")
    @Nullable
    Path prefix;

    /**
     * The folder of the kernel in that place.
     *
     * @throws InstallProblem when a Python is asked for and there is none
     */
    KernelFolder folder(Machine machine, Optional<Jupyter> jupyter) {
        if (prefix != null) {
            return KernelFolder.inPrefix(prefix);
        }
        if (sysPrefix) {
            return Python.prefix(machine)
                    .map(KernelFolder::inPrefix)
                    .orElseThrow(() -> new InstallProblem("--sys-prefix needs a python3 on the PATH: %s."
                            .formatted(machine.platform().pythonAdvice())));
        }
        return KernelFolder.inData(jupyter.map(Jupyter::dataFolder).orElseGet(machine::jupyterData));
    }
}
