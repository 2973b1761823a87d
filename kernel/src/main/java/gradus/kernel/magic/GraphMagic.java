package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.render.Graph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %graph f}: {@link Graph#of}. */
@Command(name = "%graph", description = "Draws the graph of a Var or Tensor, with values and gradients.")
final class GraphMagic extends Magic {

    @Parameters(paramLabel = "NODE", description = "a variable, or any Java expression that gives a Var or a Tensor")
    String node = "";

    @Override
    public Object run(Session session) throws CellFailure {
        return Graph.of(Nodes.eval(session, node));
    }

    @Override
    public String preparation() {
        return "var x = new Var(3); var f = x.mul(x);";
    }

    @Override
    public String example() {
        return "%graph f";
    }
}
