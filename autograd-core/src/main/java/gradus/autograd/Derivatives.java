package gradus.autograd;

import gradus.autograd.dense.Interrupts;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives as values: without adding to any {@code grad}, and recorded, so that a gradient has a gradient.
 *
 * <pre>{@code
 * var x = new Var(3);
 * var y = x.pow(3);
 * var first = Derivatives.gradient(y, x);    // 3x²
 * var second = Derivatives.gradient(first, x);
 * second.value()                             // 6x ⇒ 18.0
 * }</pre>
 *
 * <p>Written y = f(x) with m and n elements, the Jacobian J is m×n, ∂yᵢ/∂xⱼ in row i and column j; elements of tensors
 * count row-major. A vector–Jacobian product uᵀJ costs one sweep, and so does a Jacobian–vector product J·v, which is the
 * derivative of uᵀJ by u; the whole Jacobian costs m sweeps.
 */
public final class Derivatives {

    /** The most elements that {@link #jacobian} and {@link #hessian} make: 1 GiB. */
    private static final long MOST_ELEMENTS = 1L << 27;

    private Derivatives() {}

    /**
     * ∂y/∂x.
     *
     * @throws IllegalArgumentException if y is not computed from x
     */
    public static Var gradient(Var y, Var x) {
        return (Var) required(y, x, Var.constant(1));
    }

    /**
     * ∂y/∂x, of the shape of x.
     *
     * @throws IllegalArgumentException if y is not computed from x
     */
    public static Tensor gradient(Var y, Tensor x) {
        return (Tensor) required(y, x, Var.constant(1));
    }

    /**
     * ∂y/∂x for each x, of its shape, by one sweep.
     *
     * @throws IllegalArgumentException if y is not computed from one of them
     */
    public static List<Tensor> gradients(Var y, Tensor... x) {
        var found = by(y, Var.constant(1), x);
        return Arrays.stream(x).map(each -> (Tensor) required(y, each, found)).toList();
    }

    /**
     * The vector–Jacobian product uᵀ·∂y/∂x, of the shape of x.
     *
     * @param upstream u, of the shape of y
     * @throws IllegalArgumentException if y is not computed from x, or the upstream gradient has another shape than y
     */
    public static Tensor vjp(Tensor y, Tensor x, Tensor upstream) {
        sameShape("vjp: the upstream gradient", upstream, y);
        return (Tensor) required(y, x, upstream);
    }

    /**
     * The Jacobian–vector product ∂y/∂x·v, of the shape of y: how y changes when x moves along v.
     *
     * @param tangent v, of the shape of x
     * @throws IllegalArgumentException if y is not computed from x, or the tangent has another shape than x
     */
    public static Tensor jvp(Tensor y, Tensor x, Tensor tangent) {
        sameShape("jvp: the tangent", tangent, x);
        var upstream = Tensor.zeros(y.shape().axes());
        var product = required(y, x, upstream);
        var moved = by(product, tangent, upstream).get(upstream);
        return moved == null ? Tensor.constant(y.shape(), new double[y.shape().size()]) : (Tensor) moved;
    }

    /**
     * The Jacobian of y by the elements of all x: one row for each element of y. Zeros where y is not computed from x.
     *
     * @throws IllegalArgumentException if it would take more than 1 GiB, see {@link JacobianSize}
     */
    public static Tensor jacobian(Node y, Node... x) {
        int columns = Arrays.stream(x).mapToInt(node -> node.shape().size()).sum();
        int rows = y.shape().size();
        new JacobianSize(rows, columns).requireAtMost(MOST_ELEMENTS);
        var j = new double[rows * columns];
        NoGrad.run(() -> {
            for (int row = 0; row < rows; row++) {
                Interrupts.check();
                var unit = new double[rows];
                unit[row] = 1;
                var gradients = by(y, node(y, unit), x);
                int at = row * columns;
                for (var input : x) {
                    var gradient = gradients.get(input);
                    if (gradient != null) {
                        System.arraycopy(
                                gradient.elements(), 0, j, at, input.shape().size());
                    }
                    at += input.shape().size();
                }
            }
            return j;
        });
        return Tensor.constant(new Shape(rows, columns), j);
    }

    /**
     * The Hessian ∂²y/∂xᵢ∂xⱼ by the elements of all x, n×n and symmetric.
     *
     * @throws IllegalArgumentException if y is not computed from any x, or it would take more than 1 GiB
     */
    public static Tensor hessian(Var y, Node... x) {
        int n = Arrays.stream(x).mapToInt(node -> node.shape().size()).sum();
        new JacobianSize(n, n).requireAtMost(MOST_ELEMENTS);
        var gradients = by(y, Var.constant(1), x);
        var rows = new double[n * n];
        int row = 0;
        for (var input : x) {
            var gradient = gradients.get(input);
            if (gradient != null) {
                var block = jacobian(gradient, x).toArray();
                System.arraycopy(block, 0, rows, row * n, block.length);
            }
            row += input.shape().size();
        }
        return Tensor.constant(new Shape(n, n), rows);
    }

    private static void sameShape(String what, Tensor given, Node needed) {
        if (!given.shape().equals(needed.shape())) {
            throw new IllegalArgumentException(what + " has the shape " + given.shape() + ", and " + needed.describe()
                    + " has the shape " + needed.shape() + "; they must be equal");
        }
    }

    private static Node required(Node y, Node x, Node upstream) {
        return required(y, x, by(y, upstream, x));
    }

    private static Node required(Node y, Node x, Map<Node, Node> gradients) {
        var gradient = gradients.get(x);
        if (gradient == null) {
            throw new IllegalArgumentException(y.describe() + " is not computed from " + x.describe()
                    + ", or only by way of constants: there is no gradient");
        }
        return gradient;
    }

    /** The gradients by each x, recorded if recording is on; no entry where y is not computed from it. */
    private static Map<Node, Node> by(Node y, Node upstream, Node... x) {
        var order = Sweep.order(y);
        var leads = leading(order, x);
        var adjoints = new IdentityHashMap<Node, Node>();
        var found = new IdentityHashMap<Node, Node>();
        if (leads.containsKey(y)) {
            adjoints.put(y, upstream);
        }
        for (int k = order.length - 1; k >= 0; k--) {
            if (k % Interrupts.EVERY == 0) {
                Interrupts.check();
            }
            var z = order[k];
            var adjoint = adjoints.remove(z);
            if (adjoint == null) {
                continue;
            }
            if (isOneOf(z, x)) {
                found.put(z, adjoint);
            }
            for (int i = 0; i < z.arity(); i++) {
                var operand = z.operand(i);
                z.checkUnchanged(operand);
                if (leads.containsKey(operand)) {
                    var contribution = contribution(i, z, adjoint);
                    if (contribution != null) {
                        adjoints.merge(operand, contribution, BinaryOp.ADD::of);
                    }
                }
            }
        }
        return found;
    }

    /** The nodes from which one of x can be reached, among those in order. */
    private static Map<Node, Boolean> leading(Node[] order, Node... x) {
        var leads = new IdentityHashMap<Node, Boolean>();
        for (var node : order) {
            boolean found = isOneOf(node, x);
            for (int i = 0; i < node.arity() && !found; i++) {
                found = leads.containsKey(node.operand(i));
            }
            if (found && node.requiresGrad()) {
                leads.put(node, true);
            }
        }
        return leads;
    }

    private static boolean isOneOf(Node node, Node... x) {
        for (var one : x) {
            if (one == node) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Node contribution(int i, Node z, Node upstream) {
        var op = z.op();
        if (op instanceof ArrayOp array) {
            var tensor = upstream instanceof Tensor t ? t : LayoutOp.RESHAPE.tensor(Node.NONE, upstream);
            return array.vjp(i, z, tensor);
        }
        var operand = z.operand(i);
        var product = BinaryOp.MUL.of(upstream, derivative(i, z, op));
        if (product.shape().equals(operand.shape())) {
            return product;
        }
        return operand instanceof Var
                ? ReduceOp.SUM.of(Node.NONE, product)
                : LayoutOp.SUM_TO.of(operand.shape().axes(), product);
    }

    private static Node derivative(int i, Node z, @Nullable Op op) {
        if (op instanceof UnaryOp unary) {
            return unary.derivative(z.operand(0), z);
        }
        if (op instanceof BinaryOp binary) {
            return binary.derivative(i, z.operand(0), z.operand(1), z);
        }
        if (op instanceof GivenOp) {
            return Elementwise.localNode(z, i);
        }
        return ((NaryOp) java.util.Objects.requireNonNull(op))
                .derivative(i, z.operands().toArray(Var[]::new));
    }

    private static Node node(Node like, double[] elements) {
        return like instanceof Var ? Var.constant(elements[0]) : Tensor.constant(like.shape(), elements);
    }
}
