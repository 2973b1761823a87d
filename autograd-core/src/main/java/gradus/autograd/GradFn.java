package gradus.autograd;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What made a node (row 4.4): the op, and the operands on which it worked.
 *
 * <pre>{@code
 * var x = new Var(2, "x");
 * var y = x.mul(3).sin();
 * y.gradFn()          // ⇒ sin(mul(x, 3))
 * x.isLeaf()          // ⇒ true
 * }</pre>
 *
 * @param op the op
 * @param operands in their order, with repetitions
 */
public record GradFn(Op op, List<Node> operands) {

    /** How deep {@link #toString} follows operands that have no name. */
    private static final int DEPTH = 3;

    /** What made the operands, where they are no leaves: the next steps of a backward pass. */
    public List<GradFn> next() {
        return operands.stream()
                .map(Node::gradFn)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Op and operands, {@code mul(x, y)}; operands without a name by what made them, or by their value. */
    @Override
    public String toString() {
        return write(DEPTH);
    }

    private String write(int depth) {
        return op.id() + operands.stream().map(x -> write(x, depth - 1)).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String write(Node x, int depth) {
        if (x.name() != null) {
            return x.name();
        }
        var made = x.gradFn();
        if (made != null) {
            return depth > 0 ? made.write(depth) : "…";
        }
        return x.shape().rank() == 0 ? Numbers.brief(x.elements()[0]) : x.shape() + " Tensor";
    }
}
