package gradus.autograd.dense;

/** z += A·v. Every element of A is used once, so that reading A in its order in memory is all there is to win. */
final class MatrixTimesVector {

    /** Sums under way at once: each waits four cycles for its last addition. */
    private static final int AT_ONCE = 4;

    private MatrixTimesVector() {}

    /**
     * z += A·v.
     *
     * @param a m×k
     * @param v a row of k
     * @param z a row of m
     */
    static void add(Grid a, Grid v, Grid z, int m, int k) {
        var vector = new double[k];
        v.copyRow(0, k, vector, 0);
        var sum = new double[m];
        z.copyRow(0, m, sum, 0);
        if (a.right() == 1) {
            rowByRow(a, vector, sum);
        } else {
            columnByColumn(a.transposed(), vector, sum);
        }
        System.arraycopy(sum, 0, z.elements(), z.offset(), m);
    }

    private static void rowByRow(Grid a, double[] v, double[] sum) {
        var x = a.elements();
        int i = 0;
        for (; i + AT_ONCE <= sum.length; i += AT_ONCE) {
            Interrupts.check();
            int row0 = a.offset() + i * a.down();
            int row1 = row0 + a.down();
            int row2 = row1 + a.down();
            int row3 = row2 + a.down();
            double s0 = sum[i];
            double s1 = sum[i + 1];
            double s2 = sum[i + 2];
            double s3 = sum[i + 3];
            for (int p = 0; p < v.length; p++) {
                s0 = Fma.fma(x[row0 + p], v[p], s0);
                s1 = Fma.fma(x[row1 + p], v[p], s1);
                s2 = Fma.fma(x[row2 + p], v[p], s2);
                s3 = Fma.fma(x[row3 + p], v[p], s3);
            }
            sum[i] = s0;
            sum[i + 1] = s1;
            sum[i + 2] = s2;
            sum[i + 3] = s3;
        }
        for (; i < sum.length; i++) {
            for (int p = 0; p < v.length; p++) {
                sum[i] = Fma.fma(a.at(i, p), v[p], sum[i]);
            }
        }
    }

    /** @param rows Aᵀ, whose rows lie in order */
    private static void columnByColumn(Grid rows, double[] v, double[] sum) {
        var x = rows.elements();
        int p = 0;
        for (; p + AT_ONCE <= v.length; p += AT_ONCE) {
            Interrupts.check();
            int row0 = rows.offset() + p * rows.down();
            int row1 = row0 + rows.down();
            int row2 = row1 + rows.down();
            int row3 = row2 + rows.down();
            double a = v[p];
            double b = v[p + 1];
            double c = v[p + 2];
            double d = v[p + 3];
            for (int i = 0; i < sum.length; i++) {
                double s = Fma.fma(x[row0 + i], a, sum[i]);
                s = Fma.fma(x[row1 + i], b, s);
                s = Fma.fma(x[row2 + i], c, s);
                sum[i] = Fma.fma(x[row3 + i], d, s);
            }
        }
        for (; p < v.length; p++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] = Fma.fma(rows.at(p, i), v[p], sum[i]);
            }
        }
    }
}
