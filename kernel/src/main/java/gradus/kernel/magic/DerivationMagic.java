package gradus.kernel.magic;

import gradus.autograd.Node;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.render.Derivation;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %latex f}: {@link Derivation#of}. */
@Command(
        name = "%latex",
        description = "Writes out the chain rule from a scalar to what it was computed from, as formulas.")
final class DerivationMagic extends Magic {

    @Parameters(paramLabel = "NODE", description = "a variable, or any Java expression that gives a Var or a Tensor")
    String node = "";

    @Option(names = "--to", paramLabel = "NAME", description = "derive by this variable (default: by all inputs)")
    List<String> to = List.of();

    @Override
    public Object run(Session session) throws CellFailure {
        var root = Given.of(session, node, Node.class, "a Var or a Tensor");
        return Derivation.of(root, to.toArray(String[]::new));
    }

    @Override
    public String preparation() {
        return "var x = new Var(3); var f = x.mul(x);";
    }

    @Override
    public String example() {
        return "%latex f --to x";
    }
}
