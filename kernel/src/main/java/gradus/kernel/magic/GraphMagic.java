package gradus.kernel.magic;

import gradus.autograd.Node;
import gradus.render.Graph;
import gradus.render.Picture;
import picocli.CommandLine.Command;

/** {@code %graph f}: {@link Graph#of}. */
@Command(name = "%graph", description = "Draws the graph of a Var or Tensor, with values and gradients.")
final class GraphMagic extends NodeMagic {

    @Override
    Picture picture(Node of) {
        return Graph.of(of);
    }
}
