package gradus.kernel.magic;

import gradus.kernel.exercise.Check;
import gradus.kernel.exercise.Exercise;
import gradus.kernel.exercise.Exercises;
import gradus.kernel.exercise.Sheets;
import gradus.kernel.exercise.Verdict;
import gradus.kernel.exercise.Verdict.State;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code %check diamond}: {@link Check#of}. A cell whose check is not passed fails, after the verdict has been shown: so
 * nbgrader gives no points for it, and a run of all cells goes on past it where it is tagged {@code raises-exception}.
 */
@Command(
        name = "%check",
        description = "Checks an exercise and tells which mistake was made; without a name, lists the exercises.",
        sortOptions = false)
final class CheckMagic extends Magic {

    private static final long SEED = 1;

    @Parameters(index = "0", arity = "0..1", paramLabel = "EXERCISE", description = "its name (default: list all)")
    @Nullable
    String id;

    @Option(names = "--seed", paramLabel = "N", description = "tries other numbers (default: 1)")
    long seed = SEED;

    @Option(names = "--hidden", description = "tells whether it is passed, and nothing else: for hidden tests")
    boolean hidden;

    @Override
    public Object run(Session session) throws CellFailure {
        if (id == null) {
            return Sheets.list();
        }
        Exercise exercise = Exercises.of(id);
        Verdict verdict = Check.of(session, exercise, seed);
        if (verdict.state() == State.PASSED) {
            return verdict.picture();
        }
        String name = verdict.state() == State.OPEN ? "NotWrittenYet" : "NotPassed";
        String message = hidden ? exercise.id() + ": " + verdict.state().words() : verdict.sentence();
        if (!hidden) {
            session.display(verdict.picture());
        }
        throw new CellFailure(new ErrorReport(name, message, List.of(name + ": " + message)));
    }

    @Override
    public List<String> completions(String typed) {
        return Exercises.all().stream().map(Exercise::id).toList();
    }

    @Override
    public String preparation() {
        return "double[] diamond(double a, double b) { double u = a * b, v = a + b; return new double[] {v * b + u, v * a + u}; }";
    }

    @Override
    public String example() {
        return "%check diamond";
    }

    @Override
    Group group() {
        return Group.EXERCISES;
    }
}
