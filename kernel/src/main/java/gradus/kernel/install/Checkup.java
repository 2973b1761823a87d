package gradus.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One cell, run in the installed kernel by Jupyter's own client.
 *
 * @param jupyter the client
 * @param kernel the installed kernel
 * @param machine on which both run
 */
record Checkup(Jupyter jupyter, KernelFolder kernel, Machine machine) {

    private static final String CELL = "System.out.println(new Var(6).mul(7).value());";

    private static final String ANSWER = "42.0";

    /**
     * Runs the cell.
     *
     * @return what happened, as a line for the user
     * @throws InstallProblem when the answer is another; carries what the client printed
     */
    String run() throws IOException {
        Path cell = Files.createTempFile("gradus-", ".java");
        try {
            Files.writeString(cell, CELL);
            Program.Result result = jupyter.command(
                            kernel, machine, "run", "--kernel=" + KernelFolder.NAME, cell.toString())
                    .capture();
            if (!result.succeeded() || !result.output().contains(ANSWER)) {
                throw new InstallProblem(
                        "The kernel did not answer a cell with %s: run install-kernel.sh again. It printed:%n%s"
                                .formatted(ANSWER, result.output().strip()));
            }
            return "a cell was run, and answered 6 * 7 with " + ANSWER;
        } finally {
            Files.deleteIfExists(cell);
        }
    }
}
