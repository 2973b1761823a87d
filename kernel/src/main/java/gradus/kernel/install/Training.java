package gradus.kernel.install;

import gradus.kernel.jupyter.client.CellClient;
import gradus.kernel.jupyter.client.ConnectionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the installed kernel, runs a lesson in it, and keeps the classes that it loaded as a
 * {@linkplain ClassDataArchive class-data archive}.
 *
 * @param kernel the installed kernel
 * @param jdk the JDK that it runs on
 * @param platform of the machine
 */
record Training(KernelFolder kernel, Jdk jdk, Platform platform) {

    /** For the slowest classroom laptop; a kernel that has not answered by then will not. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Cells of the kind a first lesson has, a mistake among them, for what they load: drawing, charts, error texts. */
    static final List<String> LESSON = List.of(
            "1+1",
            "var x1 = new Var(1); var x2 = new Var(2); var a = new Var(3);",
            "var z = x1.add(a.mul(x2)).pow(2); z.backward();",
            "x1.grad()",
            "z",
            "%graph z",
            "%step z",
            "%expr w = (u + v)^2, u=1, v=2",
            "class Probe { int value; int twice() { return 2 * value; } }\nnew Probe().twice()",
            "for (int i = 0; i < 3; i++) System.out.println(\"line \" + i);",
            "int wrong = \"text\";",
            "throw new IllegalStateException(\"on purpose\")",
            "%lsmagic");

    /**
     * Makes the archive.
     *
     * @throws InstallProblem when the kernel does not start or does not answer; carries what it printed
     */
    void run() throws IOException {
        ClassDataArchive archive = ClassDataArchive.of(jdk);
        Path bench = Files.createTempDirectory(kernel.path(), "archive-");
        try {
            teach(archive.makeFlags(bench));
            Path made = archive.file(bench);
            if (Files.exists(made)) {
                Files.move(made, archive.file(kernel.path()), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            FolderSwap.delete(bench);
        }
    }

    private void teach(List<String> makeFlags) throws IOException {
        ConnectionFile connection = ConnectionFile.onFreePorts();
        Path connectionFile = connection.write();
        Path log = Files.createTempFile("gradus-", ".log");
        try {
            Process process = new ProcessBuilder(argv(makeFlags, connectionFile))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try (CellClient client = new CellClient(connection, PATIENCE)) {
                lesson(client);
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("It did not end when asked to.");
                }
            } catch (IOException e) {
                throw new InstallProblem(
                        "The kernel did not pass its first lesson on %s: %s It printed:%n%s"
                                .formatted(jdk.home(), e.getMessage(), Files.readString(log)),
                        e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InstallProblem("Interrupted; run the same command again.", e);
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(connectionFile);
            Files.deleteIfExists(log);
        }
    }

    private static void lesson(CellClient client) throws IOException {
        for (String cell : LESSON) {
            client.run(cell);
        }
        client.complete("\"abc\".sub");
        client.shutdown();
    }

    private List<String> argv(List<String> makeFlags, Path connectionFile) {
        List<String> argv = new ArrayList<>(kernel.argv(jdk, platform, makeFlags));
        argv.set(argv.size() - 1, connectionFile.toString());
        return argv;
    }
}
