package gradus.autograd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A block of a product by the Vector API: tiles of 4 rows × 2 vectors of Z stay in registers while the columns of X and
 * the rows of Y pass by. Eight sums are under way at once, which is what two multiply-add units of four cycles each take,
 * and fit into sixteen registers. Both operands are first copied into the order in which they are read (Goto and van de
 * Geijn, Anatomy of High-Performance Matrix Multiplication, 2008).
 *
 * <p>Needs {@code --add-modules jdk.incubator.vector} at run time; {@link PlainBlock} serves where it is missing.
 */
final class VectorBlock implements Block {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int COLUMNS = 2 * LANES;

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public void add(Grid x, Grid y, Grid z, int m, int k, int n) {
        var xs = columnsOfRows(x, m, k);
        var panel = new double[k * COLUMNS];
        var rim = new double[ROWS * COLUMNS];
        for (int j = 0; j < n; j += COLUMNS) {
            int width = Math.min(COLUMNS, n - j);
            rowsOfColumns(y.from(0, j), k, width, panel);
            for (int i = 0; i < m; i += ROWS) {
                int height = Math.min(ROWS, m - i);
                if (height == ROWS && width == COLUMNS) {
                    tile(k, xs, i * k, panel, z.elements(), z.offset() + i * z.down() + j, z.down());
                    continue;
                }
                // At the rim of Z the tile hangs over: it is computed aside.
                var part = z.from(i, j);
                for (int r = 0; r < height; r++) {
                    part.copyRow(r, width, rim, r * COLUMNS);
                }
                tile(k, xs, i * k, panel, rim, 0, COLUMNS);
                for (int r = 0; r < height; r++) {
                    System.arraycopy(rim, r * COLUMNS, part.elements(), part.offset() + r * part.down(), width);
                }
            }
        }
    }

    /** X in strips of {@link #ROWS} rows, each strip column by column; what is missing at the end is 0. */
    private static double[] columnsOfRows(Grid x, int m, int k) {
        var strips = new double[(m + ROWS - 1) / ROWS * ROWS * k];
        var columns = x.transposed();
        for (int i = 0; i < m; i += ROWS) {
            int height = Math.min(ROWS, m - i);
            if (x.down() == 1 && height == ROWS) {
                for (int p = 0; p < k; p++) {
                    columns.from(p, i).copyRow(0, ROWS, strips, i * k + p * ROWS);
                }
                continue;
            }
            for (int r = 0; r < height; r++) {
                columns.copyColumn(i + r, k, strips, i * k + r, ROWS);
            }
        }
        return strips;
    }

    /** Y's first columns, row by row; what is missing at the right is 0. */
    private static void rowsOfColumns(Grid y, int k, int width, double[] panel) {
        if (width < COLUMNS) {
            java.util.Arrays.fill(panel, 0);
        }
        if (y.right() == 1) {
            for (int p = 0; p < k; p++) {
                y.copyRow(p, width, panel, p * COLUMNS);
            }
            return;
        }
        for (int j = 0; j < width; j++) {
            y.copyColumn(j, k, panel, j, COLUMNS);
        }
    }

    /** Z += X·Y for Z: 4 × 2 vectors. */
    private static void tile(int k, double[] x, int xOffset, double[] y, double[] z, int zOffset, int down) {
        int row1 = zOffset + down;
        int row2 = row1 + down;
        int row3 = row2 + down;
        var a = DoubleVector.fromArray(SPECIES, z, zOffset);
        var b = DoubleVector.fromArray(SPECIES, z, zOffset + LANES);
        var c = DoubleVector.fromArray(SPECIES, z, row1);
        var d = DoubleVector.fromArray(SPECIES, z, row1 + LANES);
        var e = DoubleVector.fromArray(SPECIES, z, row2);
        var f = DoubleVector.fromArray(SPECIES, z, row2 + LANES);
        var g = DoubleVector.fromArray(SPECIES, z, row3);
        var h = DoubleVector.fromArray(SPECIES, z, row3 + LANES);
        int i = xOffset;
        int j = 0;
        for (int p = 0; p < k; p++) {
            var left = DoubleVector.fromArray(SPECIES, y, j);
            var right = DoubleVector.fromArray(SPECIES, y, j + LANES);
            var v = DoubleVector.broadcast(SPECIES, x[i]);
            a = fma(v, left, a);
            b = fma(v, right, b);
            v = DoubleVector.broadcast(SPECIES, x[i + 1]);
            c = fma(v, left, c);
            d = fma(v, right, d);
            v = DoubleVector.broadcast(SPECIES, x[i + 2]);
            e = fma(v, left, e);
            f = fma(v, right, f);
            v = DoubleVector.broadcast(SPECIES, x[i + 3]);
            g = fma(v, left, g);
            h = fma(v, right, h);
            i += ROWS;
            j += COLUMNS;
        }
        a.intoArray(z, zOffset);
        b.intoArray(z, zOffset + LANES);
        c.intoArray(z, row1);
        d.intoArray(z, row1 + LANES);
        e.intoArray(z, row2);
        f.intoArray(z, row2 + LANES);
        g.intoArray(z, row3);
        h.intoArray(z, row3 + LANES);
    }

    private static DoubleVector fma(DoubleVector a, DoubleVector b, DoubleVector c) {
        return Fma.FAST ? a.fma(b, c) : a.mul(b).add(c);
    }
}
