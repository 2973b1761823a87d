package gradus.kernel.magic;

import gradus.autograd.Var;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.render.Contour;
import gradus.render.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %contour loss w b}: {@link Contour#of}. */
@Command(
        name = "%contour",
        description = "Draws a loss over two parameters, and the ways of gradient descent with several learning rates.",
        sortOptions = false)
final class ContourMagic extends Magic {

    @Parameters(index = "0", paramLabel = "LOSS", description = "a scalar Var")
    String loss = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "X", description = "two Var, or a Tensor of two elements")
    List<String> x = List.of();

    @Option(names = "--from", paramLabel = "A", description = "where both axes begin; with --to")
    @Nullable
    Double from;

    @Option(names = "--to", paramLabel = "B", description = "where they end")
    @Nullable
    Double to;

    @Option(
            names = "--rate",
            paramLabel = "R",
            split = ",",
            description = "learning rates, such as 0.01,0.1,1 (default: too small, right, too large by the curvature)")
    List<Double> rates = List.of();

    @Option(names = "--steps", paramLabel = "N", description = "of each descent (default: 30)")
    int steps = 30;

    @Override
    public Picture run(Session session) throws CellFailure {
        var contour = Contour.of(Given.of(session, loss, Var.class, "a scalar Var"), Given.nodes(session, x))
                .rates(rates.stream().mapToDouble(Double::doubleValue).toArray())
                .steps(steps);
        if (from == null && to == null) {
            return contour;
        }
        if (from == null || to == null) {
            throw new IllegalArgumentException("give both ends of the axes: --from -3 --to 3");
        }
        return contour.range(from, to);
    }

    @Override
    public String preparation() {
        return "var w = new Var(-2); var b = new Var(2); var loss = w.mul(w).mul(3).add(b.mul(b));";
    }

    @Override
    public String example() {
        return "%contour loss w b --from -3 --to 3 --rate 0.02,0.2,0.34";
    }
}
