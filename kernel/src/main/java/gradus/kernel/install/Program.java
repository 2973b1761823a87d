package gradus.kernel.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program with its arguments, never a line for a shell: paths may hold spaces.
 *
 * @param words the program and its arguments
 * @param environment variables set on top of the inherited ones
 */
record Program(List<String> words, Map<String, String> environment) {

    /** How a finished program ended, and what it wrote on both its streams. */
    record Result(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    Program {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    static Program of(Path program, String... arguments) {
        return new Program(List.of(program.toString()), Map.of()).with(arguments);
    }

    /** The same program with further arguments. */
    Program with(String... arguments) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(arguments));
        return new Program(all, environment);
    }

    /** The same program with one more environment variable. */
    Program where(String variable, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(variable, value);
        return new Program(words, all);
    }

    /** Runs the program, with its output kept. A program that cannot be started has status 127, as in a shell. */
    Result capture() {
        return run(false);
    }

    /** Runs the program on the user's own terminal; returns its exit status. */
    int show() {
        return run(true).status();
    }

    private Result run(boolean onTerminal) {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        if (onTerminal) {
            builder.inheritIO();
        } else {
            builder.redirectErrorStream(true);
        }
        @Nullable Process process = null;
        try {
            process = builder.start();
            String output = "";
            if (!onTerminal) {
                process.getOutputStream().close();
                output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            if (process != null) {
                throw new UncheckedIOException(e);
            }
            return new Result(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InstallProblem("Interrupted while `" + words.get(0) + "` ran; run the same command again.", e);
        }
    }
}
