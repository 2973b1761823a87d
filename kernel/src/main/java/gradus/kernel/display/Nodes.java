package gradus.kernel.display;

import gradus.autograd.Node;
import gradus.kernel.session.MimeBundle;

/** A node of the engine: what it is called, its value and its gradient. */
final class Nodes {

    private Nodes() {}

    static MimeBundle node(Node node) {
        return MimeBundle.text(Text.shortened(node.toString()));
    }
}
