package gradus.kernel.install;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code install}: makes Gradus a kernel of Jupyter, with a Jupyter of its own where there is none. */
@Command(
        name = "install",
        description = "Make Gradus a kernel of Jupyter. A second run upgrades it in place.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class)
final class InstallCommand extends InstallerCommand {

    @ArgGroup
    @Nullable
    private Where where;

    @Option(names = "--no-jupyter", description = "bring no JupyterLab, even where none is found")
    private boolean noJupyter;

    @Option(names = "--demo", description = "then run the first notebook from end to end, and write it as HTML")
    private boolean demo;

    @Option(names = "--lab", description = "then open JupyterLab on the notebooks")
    private boolean lab;

    @Option(names = "--uninstall", description = "remove the kernel, and the JupyterLab that came with it")
    private boolean uninstall;

    @Override
    int run(Machine machine, PrintWriter out) throws IOException {
        if (uninstall) {
            uninstall(machine, out);
            return 0;
        }
        return install(machine, out);
    }

    private int install(Machine machine, PrintWriter out) throws IOException {
        Jdk jdk = Jdk.running(machine.platform());
        Path jar = Installation.runningJar();
        Optional<Jupyter> jupyter = Jupyter.onPath(machine);
        KernelFolder kernel = where().folder(machine, jupyter);

        new Installation(jar, jdk, machine.platform()).into(kernel);
        new Training(kernel, jdk, machine.platform()).run();
        out.println("Installed the kernel \"Gradus (Java)\" in " + kernel.path());
        out.flush();

        if (jupyter.isEmpty() && !noJupyter) {
            Jupyter own = Jupyter.ensurePrivate(machine, out);
            out.println("No Jupyter was found, so Gradus brought one: " + own.program() + " lab");
        }
        Notebooks notebooks = new Notebooks(jar);
        if (demo) {
            Path folder = notebooks.demoFolder();
            Demo run = new Demo(jupyterWith("nbconvert", jupyter, machine, out), kernel, machine);
            out.println(run.run(notebooks.first(), folder));
            out.flush();
        }
        if (lab) {
            Jupyter withLab = jupyterWith("lab", jupyter, machine, out);
            out.flush();
            return withLab.command(kernel, machine, "lab", notebooks.folder().toString())
                    .show();
        }
        return 0;
    }

    private void uninstall(Machine machine, PrintWriter out) throws IOException {
        KernelFolder kernel = where().folder(machine, Jupyter.onPath(machine));
        boolean found = false;
        for (Path folder : new Path[] {kernel.path(), machine.gradusData()}) {
            if (Files.exists(folder)) {
                FolderSwap.delete(folder);
                out.println("Removed " + folder);
                found = true;
            }
        }
        if (!found) {
            out.println("Nothing to remove: no Gradus in " + kernel.path());
        }
    }

    /** The user's Jupyter if it can do what is asked; else the private one. */
    private Jupyter jupyterWith(String subcommand, Optional<Jupyter> users, Machine machine, PrintWriter out)
            throws IOException {
        Optional<Jupyter> able = users.filter(jupyter -> jupyter.has(subcommand, "--version"));
        if (able.isEmpty() && noJupyter) {
            throw new InstallProblem(
                    "There is no `jupyter %s` on the PATH: leave out --no-jupyter, or run `pip install %s`."
                            .formatted(subcommand, subcommand.equals("lab") ? "jupyterlab" : subcommand));
        }
        return able.isPresent() ? able.get() : Jupyter.ensurePrivate(machine, out);
    }

    private Where where() {
        return where == null ? new Where() : where;
    }
}
