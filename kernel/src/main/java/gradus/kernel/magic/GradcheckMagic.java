package gradus.kernel.magic;

import gradus.autograd.Node;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.render.GradientReport;
import gradus.render.Picture;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %gradcheck f x}: {@link GradientReport#of(Node, Node...)}. */
@Command(
        name = "%gradcheck",
        description = "Compares the gradients of a scalar with differences, and draws the error against the step.",
        sortOptions = false)
final class GradcheckMagic extends Magic {

    @Parameters(
            index = "0",
            paramLabel = "F",
            description = "a scalar Var, or a function that computes it anew: \"() -> x.mul(x)\"")
    String f = "";

    @Parameters(index = "1..*", paramLabel = "X", description = "the inputs to move (default: all)")
    List<String> x = List.of();

    @Option(names = "--against", paramLabel = "G", description = "what F is meant to be, made from the same inputs")
    String against = "";

    @Override
    public Picture run(Session session) throws CellFailure {
        var inputs = Given.nodes(session, x);
        if (f.contains("->")) {
            if (inputs.length == 0 || !against.isEmpty()) {
                throw new IllegalArgumentException(
                        "a function is checked with the inputs that it uses, and not --against another: %gradcheck \""
                                + f + "\" x");
            }
            var cast = "(java.util.function.Supplier<gradus.autograd.Node>) (" + f + ")";
            @SuppressWarnings("unchecked") // the cell has cast it
            var function =
                    (Supplier<Node>) Given.of(session, cast, Supplier.class, "a function such as () -> x.mul(x)");
            return GradientReport.of(function, inputs);
        }
        var node = Given.of(session, f, Node.class, "a Var");
        return against.isEmpty()
                ? GradientReport.of(node, inputs)
                : GradientReport.against(Given.of(session, against, Node.class, "a Var"), node, inputs);
    }

    @Override
    public String preparation() {
        return "var x = new Var(2); var y = new Var(3); var f = x.mul(y).add(x.sin());";
    }

    @Override
    public String example() {
        return "%gradcheck f x y";
    }
}
