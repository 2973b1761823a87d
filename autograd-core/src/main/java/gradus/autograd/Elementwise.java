package gradus.autograd;

/** Scalar ops carried out on arrays, element by element, with stretched operands. */
final class Elementwise {

    private Elementwise() {}

    static double[] value(UnaryOp op, double[] x) {
        var z = new double[x.length];
        for (int k = 0; k < z.length; k++) {
            z[k] = op.value(x[k]);
        }
        return z;
    }

    static double[] value(BinaryOp op, Node x, Node y, Shape shape) {
        var a = x.elements();
        var b = y.elements();
        var z = new double[shape.size()];
        Runs.over(x.shape(), y.shape(), shape, (from, length, i, iStep, j, jStep) -> {
            int p = i;
            int q = j;
            for (int k = from; k < from + length; k++) {
                z[k] = op.value(a[p], b[q]);
                p += iStep;
                q += jStep;
            }
        });
        return z;
    }

    /** sum += upstream ⊙ ∂z/∂x. */
    static void addContribution(UnaryOp op, double[] x, double[] z, double[] upstream, double[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += upstream[k] * op.local(x[k], z[k]);
        }
    }

    /** sum += upstream ⊙ ∂z/∂(operand i), added up over the elements onto which the operand was stretched. */
    static void addContribution(BinaryOp op, int operand, Tensor node, double[] upstream, double[] sum) {
        var x = node.operand(0);
        var y = node.operand(1);
        var a = x.elements();
        var b = y.elements();
        var z = node.elements();
        Runs.over(x.shape(), y.shape(), node.shape(), (from, length, i, iStep, j, jStep) -> {
            int p = i;
            int q = j;
            for (int k = from; k < from + length; k++) {
                if (operand == 0) {
                    sum[p] += upstream[k] * op.localX(a[p], b[q], z[k]);
                } else {
                    sum[q] += upstream[k] * op.localY(a[p], b[q], z[k]);
                }
                p += iStep;
                q += jStep;
            }
        });
    }

    /** The local gradients towards operand i, one for each element of the result. */
    static double[] local(Node node, int i) {
        if (node instanceof Var z) {
            return new double[] {z.local(i)};
        }
        var z = node.elements();
        var d = new double[z.length];
        if (node.op() instanceof UnaryOp op) {
            var x = node.operand(0).elements();
            for (int k = 0; k < d.length; k++) {
                d[k] = op.local(x[k], z[k]);
            }
        } else if (node.op() instanceof BinaryOp op) {
            var x = node.operand(0);
            var y = node.operand(1);
            var a = x.elements();
            var b = y.elements();
            Runs.over(x.shape(), y.shape(), node.shape(), (from, length, p, pStep, q, qStep) -> {
                for (int k = 0; k < length; k++) {
                    double u = a[p + k * pStep];
                    double v = b[q + k * qStep];
                    d[from + k] = i == 0 ? op.localX(u, v, z[from + k]) : op.localY(u, v, z[from + k]);
                }
            });
        } else {
            throw new IllegalStateException(node.describe() + " is not elementwise");
        }
        return d;
    }

    /** The same as a constant of the result's shape. */
    static Node localNode(Node node, int i) {
        var local = local(node, i);
        return node instanceof Var ? Var.constant(local[0]) : Tensor.constant(node.shape(), local);
    }

    /** upstream ⊙ local, summed over the elements onto which the operand was stretched. */
    static double[] contribution(double[] upstream, double[] local, Shape result, Shape operand) {
        var c = new double[operand.size()];
        Runs.over(operand, result, result, (from, length, p, pStep, q, qStep) -> {
            for (int k = 0; k < length; k++) {
                c[p + k * pStep] += upstream[from + k] * local[from + k];
            }
        });
        return c;
    }
}
