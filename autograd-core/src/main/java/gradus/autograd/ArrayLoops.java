package gradus.autograd;

import java.util.Arrays;

/** {@link Loops} as they are written. A loop of its own for each way to advance: only a plain one becomes vector code. */
final class ArrayLoops implements Loops {

    ArrayLoops() {}

    @Override
    public void value(UnaryOp op, double[] x, double[] z, int from, int to) {
        if (op.values(x, z, from, to)) {
            return;
        }
        for (int k = from; k < to; k++) {
            z[k] = op.value(x[k]);
        }
    }

    @Override
    public void addContribution(UnaryOp op, double[] x, double[] z, double[] upstream, double[] sum, int from, int to) {
        for (int k = from; k < to; k++) {
            sum[k] += upstream[k] * op.local(x[k], z[k]);
        }
    }

    @Override
    public void value(BinaryOp op, Operand x, Operand y, double[] z, int from, int to) {
        var a = x.elements;
        var b = y.elements;
        int p = x.first;
        int q = y.first;
        if (x.advances() && y.advances()) {
            for (int k = 0; k < to - from; k++) {
                z[from + k] = op.value(a[p + k], b[q + k]);
            }
        } else if (x.advances()) {
            double one = b[q];
            for (int k = 0; k < to - from; k++) {
                z[from + k] = op.value(a[p + k], one);
            }
        } else if (y.advances()) {
            double one = a[p];
            for (int k = 0; k < to - from; k++) {
                z[from + k] = op.value(one, b[q + k]);
            }
        } else {
            Arrays.fill(z, from, to, op.value(a[p], b[q]));
        }
    }

    @Override
    public void addToX(
            BinaryOp op, Operand x, Operand y, double[] z, double[] upstream, double[] sum, int from, int to) {
        var a = x.elements;
        var b = y.elements;
        int p = x.first;
        int q = y.first;
        if (x.advances() && y.advances()) {
            for (int k = 0; k < to - from; k++) {
                sum[p + k] += upstream[from + k] * op.localX(a[p + k], b[q + k], z[from + k]);
            }
        } else if (x.advances()) {
            double one = b[q];
            for (int k = 0; k < to - from; k++) {
                sum[p + k] += upstream[from + k] * op.localX(a[p + k], one, z[from + k]);
            }
        } else {
            double total = sum[p];
            for (int k = 0; k < to - from; k++) {
                total += upstream[from + k] * op.localX(a[p], b[q + k * y.step], z[from + k]);
            }
            sum[p] = total;
        }
    }

    @Override
    public void addToY(
            BinaryOp op, Operand x, Operand y, double[] z, double[] upstream, double[] sum, int from, int to) {
        var a = x.elements;
        var b = y.elements;
        int p = x.first;
        int q = y.first;
        if (x.advances() && y.advances()) {
            for (int k = 0; k < to - from; k++) {
                sum[q + k] += upstream[from + k] * op.localY(a[p + k], b[q + k], z[from + k]);
            }
        } else if (y.advances()) {
            double one = a[p];
            for (int k = 0; k < to - from; k++) {
                sum[q + k] += upstream[from + k] * op.localY(one, b[q + k], z[from + k]);
            }
        } else {
            double total = sum[q];
            for (int k = 0; k < to - from; k++) {
                total += upstream[from + k] * op.localY(a[p + k * x.step], b[q], z[from + k]);
            }
            sum[q] = total;
        }
    }
}
