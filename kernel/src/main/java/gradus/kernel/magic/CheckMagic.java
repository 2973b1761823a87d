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
import gradus.kernel.work.Score;
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

    @Option(
            names = "--points",
            paramLabel = "MAX",
            description = "gives so many points, and a part of them where some of the cases are right")
    @Nullable
    Double points;

    @Override
    public @Nullable Object run(Session session) throws CellFailure {
        if (id == null) {
            return Sheets.list();
        }
        Exercise exercise = Exercises.of(id);
        double most = points == null ? 1 : Score.most(points);
        Verdict verdict = Graded.run(hidden, () -> Check.of(session, exercise, seed));
        boolean isPassed = verdict.state() == State.PASSED;
        if (isPassed || (points != null && verdict.share() > 0)) {
            if (!hidden) {
                session.display(verdict.picture());
            }
            // A value that is no number would be doubtful to nbgrader.
            return points == null ? null : Score.of(verdict.share() * most, most);
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
