package gradus.autograd.dense;

import java.util.Arrays;

/**
 * A block of a product in loops that the JIT compiler can turn into vector instructions by itself: four rows of Z take
 * four rows of Y at a time, so that what is loaded once is used four times. Each row is an array of its own, because the
 * compiler must see that they start at the same place. (JDK 25 does; JDK 17 leaves it scalar, at a third of the speed.)
 */
final class PlainBlock implements Block {

    private static final int DEPTH = 4;

    @Override
    public int columns() {
        return 1;
    }

    @Override
    public void add(Grid x, Grid y, Grid z, int m, int k, int n) {
        int depth = (k + DEPTH - 1) / DEPTH * DEPTH;
        // Missing rows stay 0 and add nothing.
        var row = new double[depth][n];
        for (int p = 0; p < k; p++) {
            y.copyRow(p, n, row[p], 0);
        }
        var columns = x.transposed();
        var panel = new double[ROWS * depth];
        var sum = new double[ROWS][n];
        for (int i = 0; i < m; i += ROWS) {
            int rows = Math.min(ROWS, m - i);
            Arrays.fill(panel, 0);
            for (int r = 0; r < rows; r++) {
                columns.copyColumn(i + r, k, panel, r, ROWS);
                z.copyRow(i + r, n, sum[r], 0);
            }
            for (int p = 0; p < depth; p += DEPTH) {
                four(sum[0], sum[1], sum[2], sum[3], row[p], row[p + 1], row[p + 2], row[p + 3], panel, ROWS * p, n);
            }
            for (int r = 0; r < rows; r++) {
                System.arraycopy(sum[r], 0, z.elements(), z.offset() + (i + r) * z.down(), n);
            }
        }
    }

    /** (z₀, …, z₃) += A·(y₀, …, y₃) for A: 4×4, column-major in x from o on. */
    private static void four(
            double[] z0,
            double[] z1,
            double[] z2,
            double[] z3,
            double[] y0,
            double[] y1,
            double[] y2,
            double[] y3,
            double[] x,
            int o,
            int n) {
        double a0 = x[o];
        double b0 = x[o + 1];
        double c0 = x[o + 2];
        double d0 = x[o + 3];
        double a1 = x[o + 4];
        double b1 = x[o + 5];
        double c1 = x[o + 6];
        double d1 = x[o + 7];
        double a2 = x[o + 8];
        double b2 = x[o + 9];
        double c2 = x[o + 10];
        double d2 = x[o + 11];
        double a3 = x[o + 12];
        double b3 = x[o + 13];
        double c3 = x[o + 14];
        double d3 = x[o + 15];
        for (int j = 0; j < n; j++) {
            double p = y0[j];
            double q = y1[j];
            double r = y2[j];
            double s = y3[j];
            z0[j] = Fma.fma(a3, s, Fma.fma(a2, r, Fma.fma(a1, q, Fma.fma(a0, p, z0[j]))));
            z1[j] = Fma.fma(b3, s, Fma.fma(b2, r, Fma.fma(b1, q, Fma.fma(b0, p, z1[j]))));
            z2[j] = Fma.fma(c3, s, Fma.fma(c2, r, Fma.fma(c1, q, Fma.fma(c0, p, z2[j]))));
            z3[j] = Fma.fma(d3, s, Fma.fma(d2, r, Fma.fma(d1, q, Fma.fma(d0, p, z3[j]))));
        }
    }
}
