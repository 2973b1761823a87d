package gradus.autograd;

/** Products and transposes of row-major matrices. */
final class Matrices {

    private Matrices() {}

    /** X·Y for X: m×k, Y: k×n. Rows of Y are added up in runs, so that memory is read in order. */
    static double[] product(double[] x, double[] y, int m, int k, int n) {
        var z = new double[m * n];
        for (int i = 0; i < m; i++) {
            Interrupts.check();
            int row = i * n;
            int p = 0;
            // Four rows of Y at a time: the running sum is loaded and stored a quarter as often.
            for (; p + 3 < k; p += 4) {
                double a = x[i * k + p];
                double b = x[i * k + p + 1];
                double c = x[i * k + p + 2];
                double d = x[i * k + p + 3];
                int q = p * n;
                for (int j = 0; j < n; j++) {
                    z[row + j] += a * y[q + j] + b * y[q + n + j] + c * y[q + 2 * n + j] + d * y[q + 3 * n + j];
                }
            }
            for (; p < k; p++) {
                double a = x[i * k + p];
                for (int j = 0; j < n; j++) {
                    z[row + j] += a * y[p * n + j];
                }
            }
        }
        return z;
    }

    /** Xᵀ for X: m×n. */
    static double[] transpose(double[] x, int m, int n) {
        var z = new double[x.length];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                z[j * m + i] = x[i * n + j];
            }
        }
        return z;
    }

    /** Xᵀ for each of the m×n matrices that lie in x one after the other. */
    static double[] transposes(double[] x, int m, int n) {
        if (x.length == m * n) {
            return transpose(x, m, n);
        }
        var z = new double[x.length];
        for (int from = 0; from < x.length; from += m * n) {
            var one = transpose(java.util.Arrays.copyOfRange(x, from, from + m * n), m, n);
            System.arraycopy(one, 0, z, from, one.length);
        }
        return z;
    }

    /** Z = op(X)·op(Y), m×k by k×n, where op transposes or not; each matrix lies in its array from an offset on. */
    static void multiply(
            double[] x,
            int xFrom,
            boolean xTransposed,
            double[] y,
            int yFrom,
            boolean yTransposed,
            double[] z,
            int zFrom,
            int m,
            int k,
            int n) {
        var a = java.util.Arrays.copyOfRange(x, xFrom, xFrom + m * k);
        var b = java.util.Arrays.copyOfRange(y, yFrom, yFrom + k * n);
        var product = product(xTransposed ? transpose(a, k, m) : a, yTransposed ? transpose(b, n, k) : b, m, k, n);
        System.arraycopy(product, 0, z, zFrom, product.length);
    }
}
