package gradus.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The first lecture, run from end to end by a real Jupyter client.
 *
 * @param jupyter has nbconvert
 * @param kernel the installed kernel
 * @param machine on which it runs
 */
record Demo(Jupyter jupyter, KernelFolder kernel, Machine machine) {

    /**
     * Executes the notebook and writes it, executed, as a notebook and as HTML.
     *
     * @return one line that names the HTML file and the values that the cells computed
     * @throws InstallProblem when a cell fails
     */
    String run(Path notebook, Path folder) throws IOException {
        Files.createDirectories(folder);
        String kernelName = "--ExecutePreprocessor.kernel_name=" + KernelFolder.NAME;
        Path executed = folder.resolve(notebook.getFileName());
        convert("--to", "notebook", "--execute", kernelName, "--output-dir", folder.toString(), notebook.toString());
        convert("--to", "html", "--output-dir", folder.toString(), executed.toString());
        ExecutedNotebook result = ExecutedNotebook.read(executed);
        String name = String.valueOf(executed.getFileName()).replaceFirst("\\.ipynb$", ".html");
        return "%s shows z = %s, x1.grad() = %s, x2.grad() = %s"
                .formatted(
                        folder.resolve(name),
                        result.number("demo:z"),
                        result.number("demo:x1.grad"),
                        result.number("demo:x2.grad"));
    }

    private void convert(String... arguments) {
        Program.Result result =
                jupyter.command(kernel, machine, "nbconvert").with(arguments).capture();
        if (!result.succeeded()) {
            throw new InstallProblem(
                    "nbconvert could not run the notebook; `install-kernel.sh doctor` may say why. It printed:%n%s"
                            .formatted(result.output().strip()));
        }
    }
}
