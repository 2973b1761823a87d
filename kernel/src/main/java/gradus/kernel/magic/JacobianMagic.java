package gradus.kernel.magic;

import gradus.autograd.Node;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.render.JacobianPicture;
import gradus.render.Picture;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %jacobian y x}: {@link JacobianPicture#of}. */
@Command(name = "%jacobian", description = "Draws the Jacobian of y by the elements of x as a heat table.")
final class JacobianMagic extends Magic {

    @Parameters(index = "0", paramLabel = "Y", description = "a Var or a Tensor")
    String y = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "X", description = "what it is differentiated by")
    List<String> x = List.of();

    @Override
    public Picture run(Session session) throws CellFailure {
        return JacobianPicture.of(Given.of(session, y, Node.class, "a Var or a Tensor"), Given.nodes(session, x));
    }

    @Override
    public String preparation() {
        return "var x = Tensor.of(-1, 0, 2); var y = x.sigmoid();";
    }

    @Override
    public String example() {
        return "%jacobian y x";
    }
}
