package gradus.kernel.work;

import gradus.kernel.session.CellOutput;
import gradus.kernel.session.CellOutput.Stream;
import gradus.kernel.session.Outputs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Programs that a cell starts; what they print appears under the cell as it comes. */
public final class Program {

    private static final int BUFFER = 8192;

    private Program() {}

    /**
     * Runs lines of the shell, of {@code cmd} on Windows, in the folder of the notebook.
     *
     * @return the exit code
     * @throws InterruptedException if the cell is interrupted; then the program and what it started are ended
     */
    public static int shell(String script) throws IOException, InterruptedException {
        if (!isWindows()) {
            return run(List.of("sh", "-c", script));
        }
        Path file = Files.createTempFile("gradus-", ".cmd");
        try {
            Files.writeString(file, "@echo off\r\n" + script.replace("\n", "\r\n") + "\r\n");
            return run(List.of("cmd", "/c", file.toString()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Runs a program; see {@link #shell}. */
    public static int run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command);
        Variables.changed().forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        CellOutput output = Outputs.current();
        Process process = builder.start();
        process.getOutputStream().close(); // nobody types into it: whoever reads finds the end
        Thread out = copier(process.getInputStream(), output, Stream.STDOUT);
        Thread err = copier(process.getErrorStream(), output, Stream.STDERR);
        try {
            int code = process.waitFor();
            out.join(1000); // a program in the background may hold the stream open for ever
            err.join(1000);
            return code;
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw e;
        }
    }

    private static Thread copier(InputStream from, @Nullable CellOutput output, Stream stream) {
        var thread = new Thread(() -> copy(from, output, stream), "gradus-program");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void copy(InputStream from, @Nullable CellOutput output, Stream stream) {
        var buffer = new byte[BUFFER];
        try (from) {
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                if (output != null) {
                    output.write(stream, buffer, 0, count);
                }
            }
        } catch (IOException e) {
            return; // the program was ended
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
