package gradus.kernel.install;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands of this package share: an {@link InstallProblem} is told in its own words, without a stack trace. */
abstract class InstallerCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public final Integer call() throws IOException {
        CommandSpec given = Objects.requireNonNull(spec);
        PrintWriter out = given.commandLine().getOut();
        try {
            return run(Machine.current(), out);
        } catch (InstallProblem problem) {
            out.flush();
            given.commandLine().getErr().println(problem.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }

    /** Does the work; returns the exit status. */
    abstract int run(Machine machine, PrintWriter out) throws IOException;
}
