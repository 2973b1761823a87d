package gradus.kernel.magic;

import gradus.autograd.Node;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.render.Picture;
import picocli.CommandLine.Parameters;

/** A magic that shows one node of the graph: {@code %graph f}. */
abstract class NodeMagic extends Magic {

    @Parameters(paramLabel = "NODE", description = "a variable, or any Java expression that gives a Var or a Tensor")
    String node = "";

    /** The public method that this magic stands for. */
    abstract Picture picture(Node of);

    /** @throws IllegalArgumentException if the expression gives anything but a node */
    @Override
    public final Object run(Session session) throws CellFailure {
        var value = session.eval(node);
        if (value instanceof Node of) {
            return picture(of);
        }
        var given = value == null
                ? "null, or has no value"
                : "of class " + value.getClass().getTypeName();
        throw new IllegalArgumentException(node + " is " + given + ", and a Var or a Tensor is needed here");
    }

    @Override
    public final String preparation() {
        return "var x = new Var(3); var f = x.mul(x);";
    }

    @Override
    public final String example() {
        return name() + " f";
    }
}
