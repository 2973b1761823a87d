package gradus.kernel.display;

import gradus.autograd.Node;
import gradus.autograd.Tensor;
import gradus.kernel.session.MimeBundle;
import gradus.render.Derivation;
import gradus.render.TensorTable;

/** A node of the engine: what it is called, its value and its gradient. */
final class Nodes {

    /** A thousand numbers, which is what a tensor's text may have, and the brackets. */
    private static final int MOST_OF_TENSOR = 40_000;

    private Nodes() {}

    static MimeBundle node(Node node) {
        return node instanceof Tensor tensor ? tensor(tensor) : MimeBundle.text(Text.shortened(node.toString()));
    }

    /** Notebooks prefer the table; an export to PDF takes the formula. */
    private static MimeBundle tensor(Tensor tensor) {
        var table = TensorTable.of(tensor);
        return MimeBundle.text(Text.shortened(tensor.toString(), MOST_OF_TENSOR))
                .with(MimeBundle.HTML, table.html())
                .with(MimeBundle.LATEX, table.latex());
    }

    /** Formulas, which notebooks and an export to PDF typeset. */
    static MimeBundle derivation(Derivation derivation) {
        return MimeBundle.text(derivation.toString()).with(MimeBundle.LATEX, derivation.latex());
    }
}
