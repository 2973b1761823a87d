package gradus.autograd.dense;

/**
 * Z += X·Y, in blocks that fit the caches, on all cores where it pays: Z is cut into {@link Bands} along its longer
 * axis.
 */
final class BlockedProduct {

    /** Multiplications below which one thread is faster: some 20 µs. */
    private static final long WORTH_SHARING = 1L << 19;

    /** Columns of X and of Y in a block, so that it stays in the second cache: 512 kB. */
    private static final int DEPTH = 256;

    private static final int WIDTH = 256;

    /** A look at the interrupt after so many rows: some milliseconds. */
    private static final int HEIGHT = 512;

    private final Grid x;
    private final Grid y;
    private final Grid z;
    private final int m;
    private final int k;
    private final int n;

    private BlockedProduct(Grid x, Grid y, Grid z, int m, int k, int n) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.m = m;
        this.k = k;
        this.n = n;
    }

    /**
     * Z += X·Y.
     *
     * @param x m×k
     * @param y k×n
     * @param z row-major, m×n
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; Z is then in part
     */
    static void add(Grid x, Grid y, Grid z, int m, int k, int n) {
        var product = new BlockedProduct(x, y, z, m, k, n);
        boolean shared = (long) m * k * n >= WORTH_SHARING;
        Bands.run(shared, count -> (band, bands) -> product.multiply(band, count, bands));
    }

    private void multiply(int band, int count, Bands bands) {
        boolean ofRows = m >= n;
        int unit = ofRows ? Block.ROWS : Blocks.BEST.columns();
        int length = ofRows ? m : n;
        int units = (length + unit - 1) / unit;
        int from = (int) ((long) units * band / count) * unit;
        int to = Math.min(length, (int) ((long) units * (band + 1) / count) * unit);
        if (ofRows) {
            multiply(from, to, 0, n, bands);
        } else {
            multiply(0, m, from, to, bands);
        }
    }

    private void multiply(int top, int bottom, int left, int right, Bands bands) {
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            for (int j = left; j < right; j += WIDTH) {
                int width = Math.min(WIDTH, right - j);
                for (int i = top; i < bottom; i += HEIGHT) {
                    bands.look();
                    int height = Math.min(HEIGHT, bottom - i);
                    Blocks.BEST.add(x.from(i, p), y.from(p, j), z.from(i, j), height, depth, width);
                }
            }
        }
    }
}
