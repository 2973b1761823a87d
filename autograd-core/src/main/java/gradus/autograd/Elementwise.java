package gradus.autograd;

import gradus.autograd.dense.Bands;

/** Scalar ops carried out on arrays, element by element, with stretched operands. */
final class Elementwise {

    /** Elements from which it pays to share the work: a costly op then takes some 100 µs. */
    private static final int WORTH_SHARING = 1 << 16;

    private Elementwise() {}

    /** A part of the elements. */
    @FunctionalInterface
    private interface Part {
        void run(int from, int to);
    }

    /** All elements, in parts, on all cores where it pays. */
    private static void inParts(int length, Part part) {
        if (length < WORTH_SHARING) {
            part.run(0, length);
            return;
        }
        Bands.run(true, count -> (band, bands) -> {
            int end = end(length, band + 1, count);
            for (int from = end(length, band, count); from < end; from += WORTH_SHARING) {
                bands.look();
                part.run(from, Math.min(end, from + WORTH_SHARING));
            }
        });
    }

    private static int end(int length, int band, int count) {
        return (int) ((long) length * band / count);
    }

    static double[] value(UnaryOp op, double[] x) {
        var z = new double[x.length];
        var loops = Loops.of(op);
        inParts(z.length, (from, to) -> loops.value(op, x, z, from, to));
        return z;
    }

    static double[] value(BinaryOp op, Node x, Node y, Shape shape) {
        var z = new double[shape.size()];
        var loops = Loops.of(op);
        overRuns(
                x,
                y,
                shape,
                (start, length, a, b) -> inParts(
                        length,
                        (from, to) -> loops.value(op, a.from(from), b.from(from), z, start + from, start + to)));
        return z;
    }

    /** sum += upstream ⊙ ∂z/∂x. */
    static void addContribution(UnaryOp op, double[] x, double[] z, double[] upstream, double[] sum) {
        var loops = Loops.of(op);
        inParts(sum.length, (from, to) -> loops.addContribution(op, x, z, upstream, sum, from, to));
    }

    /** sum += upstream ⊙ ∂z/∂(operand i), added up over the elements onto which the operand was stretched. */
    static void addContribution(BinaryOp op, int i, Tensor node, double[] upstream, double[] sum) {
        var z = node.elements();
        var loops = Loops.of(op);
        overRuns(node.operand(0), node.operand(1), node.shape(), (start, length, x, y) -> {
            if (i == 0) {
                loops.addToX(op, x, y, z, upstream, sum, start, start + length);
            } else {
                loops.addToY(op, x, y, z, upstream, sum, start, start + length);
            }
        });
    }

    /** A run of the result with its operands. */
    @FunctionalInterface
    private interface Run {
        void run(int start, int length, Operand x, Operand y);
    }

    private static void overRuns(Node x, Node y, Shape z, Run run) {
        var a = x.elements();
        var b = y.elements();
        Runs.over(
                x.shape(),
                y.shape(),
                z,
                (start, length, p, pStep, q, qStep) ->
                        run.run(start, length, new Operand(a, p, pStep), new Operand(b, q, qStep)));
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
