package gradus.kernel.install;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The commands of the jar, but for {@code kernel}, which Jupyter calls. */
@Command(
        name = "java -jar gradus-kernel.jar",
        description = "A Java kernel for Jupyter that shows backpropagation step by step.",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        subcommands = {InstallCommand.class, DoctorCommand.class, PythonCommand.class})
public final class Commands implements Runnable {

    /** Reads the version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Gradus " + Commands.class.getPackage().getImplementationVersion()};
        }
    }

    private Commands() {}

    /** Runs one command; returns the exit status of the process. */
    public static int run(String... arguments) {
        return new CommandLine(new Commands()).execute(arguments);
    }

    /** Without a command: what there is. */
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
