package gradus.autograd;

import org.jspecify.annotations.Nullable;

/** Is told, in order, what a backward sweep does. Arrays hold the elements, row-major, and belong to the sweep. */
interface SweepListener {

    /** The sweep starts: the adjoint of the root is the upstream gradient. */
    void seed(Node root, double[] upstream);

    /**
     * One edge has been walked.
     *
     * @param node the node whose adjoint, the upstream gradient, is passed on
     * @param i which of its operands receives
     * @param local the local gradients, element by element; null where the op gives a vector–Jacobian product
     * @param contribution what is added
     * @param before the operand's adjoint before
     * @param after and after
     */
    void contribution(
            Node node,
            int i,
            double[] upstream,
            double @Nullable [] local,
            double[] contribution,
            double[] before,
            double[] after);
}
