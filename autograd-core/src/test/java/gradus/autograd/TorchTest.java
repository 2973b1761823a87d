package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The random graphs, node by node, against PyTorch in double precision. Needs a Python that has torch: {@code python3}, or
 * the one that the environment variable {@code GRADUS_TORCH_PYTHON} names. Where there is none the test is skipped, and
 * says so; where one is named it must work.
 */
class TorchTest {

    private static final String NAMED = "GRADUS_TORCH_PYTHON";
    private static final String TOLERANCE = "1e-10";

    @Test
    void randomGraphs_haveTheValuesAndGradientsOfPyTorch() throws IOException, InterruptedException {
        var python = System.getenv(NAMED);
        if (python == null) {
            python = "python3";
            if (!hasTorch(python)) {
                var skipped =
                        "SKIPPED: the random graphs were NOT compared with PyTorch, since python3 has no torch. Set "
                                + NAMED + " to a Python that has it";
                System.out.println(skipped);
                Assumptions.abort(skipped);
            }
        }
        var graphs = Path.of("target", "torch", "graphs.jsonl");
        write(graphs);
        var script = Path.of("src", "test", "python", "torch_graphs.py");
        var result = run(List.of(python, script.toString(), graphs.toString(), TOLERANCE), 300);
        System.out.println(result.text());
        assertThat(result.code()).as(result.text()).isZero();
        assertThat(result.text()).contains(RandomGraphTest.GRAPHS + " graphs");
    }

    private static void write(Path file) throws IOException {
        var lines = new ArrayList<String>();
        for (int seed = 0; seed < RandomGraphTest.GRAPHS; seed++) {
            lines.add(RandomProgram.of(seed).json(seed));
        }
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    private record Result(int code, String text) {}

    private static boolean hasTorch(String python) throws InterruptedException {
        try {
            return run(List.of(python, "-c", "import torch"), 60).code() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    private static Result run(List<String> command, long seconds) throws IOException, InterruptedException {
        var output = Files.createTempFile("torch", ".txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Result(-1, command + " took more than " + seconds + " s");
        }
        var text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new Result(process.exitValue(), text);
    }
}
