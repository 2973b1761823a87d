package gradus.autograd;

import org.jspecify.annotations.Nullable;

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
        var a = stretched(x, shape);
        var b = stretched(y, shape);
        var z = new double[a.length];
        for (int k = 0; k < z.length; k++) {
            z[k] = op.value(a[k], b[k]);
        }
        return z;
    }

    /** The local gradients towards operand i, one for each element of the result. */
    static double[] local(Node node, int i) {
        var z = node.elements();
        var d = new double[z.length];
        if (node.op() instanceof UnaryOp op) {
            var x = node.operand(0).elements();
            for (int k = 0; k < d.length; k++) {
                d[k] = op.local(x[k], z[k]);
            }
        } else if (node.op() instanceof BinaryOp op) {
            var x = stretched(node.operand(0), node.shape());
            var y = stretched(node.operand(1), node.shape());
            for (int k = 0; k < d.length; k++) {
                d[k] = i == 0 ? op.localX(x[k], y[k], z[k]) : op.localY(x[k], y[k], z[k]);
            }
        } else {
            throw new IllegalStateException(node.describe() + " is not elementwise");
        }
        return d;
    }

    /** upstream ⊙ local, summed over the elements onto which the operand was stretched. */
    static double[] contribution(double[] upstream, double[] local, Shape result, Shape operand) {
        int @Nullable [] index = operand.stretchedTo(result);
        var c = new double[operand.size()];
        for (int k = 0; k < upstream.length; k++) {
            c[index == null ? k : index[k]] += upstream[k] * local[k];
        }
        return c;
    }

    private static double[] stretched(Node x, Shape to) {
        var from = x.elements();
        int @Nullable [] index = x.shape().stretchedTo(to);
        if (index == null) {
            return from;
        }
        var out = new double[index.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = from[index[k]];
        }
        return out;
    }
}
