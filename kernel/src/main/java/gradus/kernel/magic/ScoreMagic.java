package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.Session;
import gradus.kernel.session.Value;
import gradus.kernel.work.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code %%score 5}: {@link Score#of} for the value of the cell. Java finds a class {@code Math} of the student's before its
 * own, and a method {@code score}: tests that use such a name prove nothing, and do not run. Their variables are their own:
 * else the method that is tested could count the points.
 */
@Command(
        name = "%%score",
        description = "Runs tests; the value of the last line is the points, from 0 to MAX; without one, MAX.",
        sortOptions = false)
final class ScoreMagic extends WholeCellMagic {

    @Parameters(index = "0", paramLabel = "MAX", description = "the points that the cell has in nbgrader")
    double most;

    @Option(
            names = "--own",
            paramLabel = "NAME",
            split = ",",
            description = "what the exercise lets students declare although the kernel or Java has it too: Var,Tensor")
    List<String> own = List.of();

    @Override
    public Object run(Session session) throws CellFailure {
        double bound = Score.most(most);
        var hidden = new ArrayList<>(session.redefined(text()));
        hidden.removeAll(own);
        if (!hidden.isEmpty()) {
            String names = String.join(", ", hidden);
            throw failure(
                    "Redefined",
                    "the tests need " + names + " as the kernel and Java have it, and a cell declares "
                            + "its own: no points. Rename it there.");
        }
        Optional<Value> value = Graded.run(false, () -> Optional.ofNullable(session.runApart(text())));
        if (value.isEmpty()) {
            return bound;
        }
        Object found = value.get().object();
        if (found instanceof Number points) {
            return Score.of(points.doubleValue(), bound);
        }
        throw failure("NoPoints", "the last line gives " + found + ", and a number of points is needed there.");
    }

    private static CellFailure failure(String name, String reason) {
        return new CellFailure(new ErrorReport(name, reason, List.of(name + ": " + reason)));
    }

    @Override
    public String example() {
        return "%%score 2\nint right = 0;\nif (Math.hypot(3, 4) == 5) right++;\nright";
    }
}
