package gradus.autograd;

import gradus.autograd.dense.Matrices;
import java.util.Arrays;

/**
 * The sizes of a product op(X)·op(Y), where op may transpose: {@code batch} times m×k by k×n.
 *
 * @param batch the axes before the last two
 * @param x whether X has them, else it serves all
 * @param y whether Y has them
 */
record Product(Shape batch, Side x, Side y, int m, int k, int n) {

    /**
     * One of the factors.
     *
     * @param vector whether it is a vector
     * @param batched whether it has the batch's axes
     * @param transposed whether it is to be transposed
     */
    record Side(boolean vector, boolean batched, boolean transposed) {}

    static Product of(Call call) {
        var x = call.shape(0);
        var y = call.shape(1);
        if (x.rank() == 0 || y.rank() == 0) {
            throw new IllegalArgumentException("matmul: needs matrices or vectors, and was given " + call.written()
                    + ". mul(…) multiplies by a scalar");
        }
        var batch = batch(call, x, y);
        boolean xT = call.settings().length > 0 && call.settings()[0] == 1;
        boolean yT = call.settings().length > 0 && call.settings()[1] == 1;
        int m = x.rank() == 1 ? 1 : x.axis(x.rank() - (xT ? 1 : 2));
        int k = x.rank() == 1 ? x.axis(0) : x.axis(x.rank() - (xT ? 2 : 1));
        int rows = y.rank() == 1 ? y.axis(0) : y.axis(y.rank() - (yT ? 1 : 2));
        int n = y.rank() == 1 ? 1 : y.axis(y.rank() - (yT ? 2 : 1));
        if (k != rows) {
            throw new IllegalArgumentException("matmul: " + call.written() + "; columns of the first (" + k
                    + ") must equal rows of the second (" + rows + ")" + suggestion(x, y, m, k, n));
        }
        return new Product(
                batch, new Side(x.rank() == 1, x.rank() > 2, xT), new Side(y.rank() == 1, y.rank() > 2, yT), m, k, n);
    }

    private static Shape batch(Call call, Shape x, Shape y) {
        var ofX = new Shape(Arrays.copyOf(x.axes(), Math.max(0, x.rank() - 2)));
        var ofY = new Shape(Arrays.copyOf(y.axes(), Math.max(0, y.rank() - 2)));
        if (ofX.rank() > 0 && ofY.rank() > 0 && !ofX.equals(ofY)) {
            throw new IllegalArgumentException("matmul: " + call.written() + "; the axes before the last two, " + ofX
                    + " and " + ofY + ", must be equal, or missing in one of them");
        }
        return ofX.rank() > 0 ? ofX : ofY;
    }

    private static String suggestion(Shape x, Shape y, int m, int k, int n) {
        if (y.rank() >= 2 && k == n) {
            return ". Did you mean to transpose the second?";
        }
        int rows = y.rank() == 1 ? y.axis(0) : y.axis(y.rank() - 2);
        return x.rank() >= 2 && m == rows ? ". Did you mean to transpose the first?" : "";
    }

    /** Without the axis of 1 that a vector stands for. */
    Shape shape() {
        var z = batch;
        z = x.vector ? z : z.inserted(z.rank(), m);
        return y.vector ? z : z.inserted(z.rank(), n);
    }

    double[] value(double[] a, double[] b) {
        var z = new double[batch.size() * m * n];
        if (x.batched && !y.batched && !x.transposed) {
            // One factor serves all: the batch is a matrix of batch·m rows.
            Matrices.multiply(a, 0, false, b, 0, y.transposed, z, 0, batch.size() * m, k, n);
            return z;
        }
        for (int i = 0; i < batch.size(); i++) {
            int p = x.batched ? i * m * k : 0;
            int q = y.batched ? i * k * n : 0;
            Matrices.multiply(a, p, x.transposed, b, q, y.transposed, z, i * m * n, m, k, n);
        }
        return z;
    }

    /** X̄ = Z̄·Yᵀ or Ȳ = Xᵀ·Z̄, of the operand's shape. */
    Tensor vjp(int i, Tensor a, Tensor b, Tensor upstream) {
        var left = matrix(a, x, m, k);
        var right = matrix(b, y, k, n);
        var z = upstream.shape().rank() == batch.rank() + 2 ? upstream : upstream.reshape(with(m, n));
        Tensor contribution;
        boolean summed;
        if (i == 0) {
            summed = batch.rank() > 0 && !x.batched;
            // Z = XY: X̄ = Z̄Yᵀ; Z = XᵀY: X̄ = YZ̄ᵀ.
            contribution = x.transposed ? right.matmul(z, y.transposed, true) : z.matmul(right, false, !y.transposed);
        } else {
            summed = batch.rank() > 0 && !y.batched;
            // Z = XY: Ȳ = XᵀZ̄; Z = XYᵀ: Ȳ = Z̄ᵀX.
            if (summed && !y.transposed && !x.transposed) {
                // The batch is one matrix of batch·m rows, and its products add up by themselves.
                var rows = left.reshape(batch.size() * m, k);
                return rows.matmul(z.reshape(batch.size() * m, n), true, false).reshape(b.shape());
            }
            contribution = y.transposed ? z.matmul(left, true, x.transposed) : left.matmul(z, !x.transposed, false);
        }
        var shape = i == 0 ? a.shape() : b.shape();
        if (summed) {
            contribution = contribution
                    .reshape(batch.size(), contribution.shape().size() / batch.size())
                    .sum(0);
        }
        return contribution.shape().equals(shape) ? contribution : contribution.reshape(shape);
    }

    private Shape with(int rows, int columns) {
        return batch.inserted(batch.rank(), rows).inserted(batch.rank() + 1, columns);
    }

    private static Tensor matrix(Tensor factor, Side side, int rows, int columns) {
        return side.vector ? factor.reshape(rows, columns) : factor;
    }
}
