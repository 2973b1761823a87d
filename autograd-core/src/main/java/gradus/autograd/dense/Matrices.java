package gradus.autograd.dense;

/** Products and transposes of row-major matrices. */
public final class Matrices {

    /** Multiplications up to which it does not pay to prepare anything. */
    private static final int SMALL = 512;

    /** Rows and columns that are transposed together. */
    private static final int SQUARE = 16;

    private Matrices() {}

    /**
     * Z += op(X)·op(Y), where op is the matrix itself or its transpose, and each matrix is a part of an array that begins
     * at an offset. To overwrite Z, hand in zeros.
     *
     * <p>Every element zᵢⱼ is the sum zᵢⱼ + xᵢ₀·y₀ⱼ + xᵢ₁·y₁ⱼ + … in this order, so that the last digits depend neither on
     * the shapes around it nor on the number of threads.
     *
     * @param x row-major, m×k, or k×m if transposed
     * @param y row-major, k×n, or n×k if transposed
     * @param z row-major, m×n
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; Z is then in part
     */
    public static void multiply(
            double[] x,
            int xOffset,
            boolean xTransposed,
            double[] y,
            int yOffset,
            boolean yTransposed,
            double[] z,
            int zOffset,
            int m,
            int k,
            int n) {
        Interrupts.check();
        var left = xTransposed ? Grid.rows(x, xOffset, m).transposed() : Grid.rows(x, xOffset, k);
        var right = yTransposed ? Grid.rows(y, yOffset, k).transposed() : Grid.rows(y, yOffset, n);
        var result = Grid.rows(z, zOffset, n);
        if (n == 1) {
            MatrixTimesVector.add(left, right.transposed(), result.transposed(), m, k);
        } else if (m == 1) {
            // zᵀ = Yᵀ·xᵀ
            MatrixTimesVector.add(right.transposed(), left, result, n, k);
        } else if ((long) m * k * n <= SMALL) {
            small(left, right, result, m, k, n);
        } else {
            BlockedProduct.add(left, right, result, m, k, n);
        }
    }

    private static void small(Grid x, Grid y, Grid z, int m, int k, int n) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                int place = z.offset() + i * z.down() + j;
                double sum = z.elements()[place];
                for (int p = 0; p < k; p++) {
                    sum = Fma.fma(x.at(i, p), y.at(p, j), sum);
                }
                z.elements()[place] = sum;
            }
        }
    }

    /** Xᵀ for each of the m×n matrices that lie in x one after the other. */
    public static double[] transposes(double[] x, int m, int n) {
        var z = new double[x.length];
        for (int from = 0; from < x.length; from += m * n) {
            Interrupts.check();
            // In squares, so that lines of the cache are read and written whole.
            for (int i = 0; i < m; i += SQUARE) {
                for (int j = 0; j < n; j += SQUARE) {
                    transpose(x, z, from, m, n, i, j);
                }
            }
        }
        return z;
    }

    private static void transpose(double[] x, double[] z, int from, int m, int n, int top, int left) {
        int bottom = Math.min(m, top + SQUARE);
        int right = Math.min(n, left + SQUARE);
        for (int i = top; i < bottom; i++) {
            for (int j = left; j < right; j++) {
                z[from + j * m + i] = x[from + i * n + j];
            }
        }
    }
}
