package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.kernel.work.Timing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %timeit CODE}: {@link Timing#of}. */
@Command(
        name = "%timeit",
        description = "Repeats the code until its time is known: mean, spread and best of several runs.",
        sortOptions = false)
final class TimeitMagic extends WorkMagic {

    @Option(names = "-n", paramLabel = "LOOPS", description = "repetitions in a run (default: about 0.1 s)")
    @Nullable
    Long loops;

    @Option(names = "-r", paramLabel = "RUNS", description = "runs (default: 7)")
    @Nullable
    Integer runs;

    @Parameters(paramLabel = "CODE", description = "Java: an expression or statements")
    String code = "";

    /** The options in front, then the code whole. */
    @Override
    public List<String> split(String text) {
        return TimedCode.split(text);
    }

    @Override
    public @Nullable Object run(Session session) throws CellFailure {
        return TimedCode.time(code, loops, runs, session);
    }

    @Override
    public String example() {
        return "%timeit -n 100 -r 3 Math.sqrt(2)";
    }
}
