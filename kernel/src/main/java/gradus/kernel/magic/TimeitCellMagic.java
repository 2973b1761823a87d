package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %%timeit}: as {@code %timeit}, for the whole cell. */
@Command(
        name = "%%timeit",
        description = "Repeats the cell until its time is known: mean, spread and best of several runs.",
        sortOptions = false)
final class TimeitCellMagic extends WholeCellMagic {

    @Option(names = "-n", paramLabel = "LOOPS", description = "repetitions in a run (default: about 0.1 s)")
    @Nullable
    Long loops;

    @Option(names = "-r", paramLabel = "RUNS", description = "runs (default: 7)")
    @Nullable
    Integer runs;

    @Override
    public @Nullable Object run(Session session) throws CellFailure {
        return TimedCode.time(text(), loops, runs, session);
    }

    @Override
    public String example() {
        return "%%timeit -n 10 -r 3\ndouble sum = 0;\nfor (int i = 0; i < 1000; i++) sum += Math.sqrt(i);";
    }
}
