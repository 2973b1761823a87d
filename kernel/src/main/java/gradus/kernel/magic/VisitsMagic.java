package gradus.kernel.magic;

import gradus.autograd.Var;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.render.Picture;
import gradus.render.VisitCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %visits f}: {@link VisitCounts#of}, and {@link VisitCounts#ladder}. */
@Command(
        name = "%visits",
        description = "Counts how often recursion and topological order visit each node on the way back.",
        sortOptions = false)
final class VisitsMagic extends Magic {

    @Parameters(arity = "0..1", paramLabel = "F", description = "a Var")
    String f = "";

    @Option(
            names = "--ladder",
            paramLabel = "N",
            description = "instead: visits against n, for 1 to N doublings (up to 20)")
    int ladder;

    @Override
    public Picture run(Session session) throws CellFailure {
        if (f.isEmpty() == (ladder == 0)) {
            throw new IllegalArgumentException("give a Var whose graph is walked, or --ladder 16");
        }
        return ladder != 0 ? VisitCounts.ladder(ladder) : VisitCounts.of(Given.of(session, f, Var.class, "a Var"));
    }

    @Override
    public String preparation() {
        return "var x = new Var(1); var y = x.add(x); var f = y.mul(y);";
    }

    @Override
    public String example() {
        return "%visits f";
    }
}
