package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.render.Stepper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %step f}: {@link Stepper#of}. */
@Command(
        name = "%step",
        description = "Steps through the forward and the backward pass that led to a scalar, one edge at a time.")
final class StepMagic extends Magic {

    @Parameters(paramLabel = "NODE", description = "a variable, or any Java expression that gives a Var")
    String node = "";

    @Override
    public Object run(Session session) throws CellFailure {
        return Stepper.of(Nodes.eval(session, node));
    }

    @Override
    public String preparation() {
        return "var x = new Var(3); var f = x.mul(x);";
    }

    @Override
    public String example() {
        return "%step f";
    }
}
