package gradus.autograd.dense;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A block of a product by the Vector API: tiles of 4 rows × 2 vectors of Z stay in registers while the columns of X and
 * the rows of Y pass by. Eight sums are under way at once, which is what two multiply-add units of four cycles each take,
 * and fit into sixteen registers. Operands are first copied into the order in which they are read, where they do not lie in it (Goto and van de
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
        // Rows that lie in order are read where they are.
        int inPlace = x.right() == 1 ? m / ROWS * ROWS : 0;
        var strips = columnsOfRows(x.from(inPlace, 0), m - inPlace, k);
        var panel = new double[k * COLUMNS];
        var rim = new double[ROWS * COLUMNS];
        for (int j = 0; j < n; j += COLUMNS) {
            int width = Math.min(COLUMNS, n - j);
            rowsOfColumns(y.from(0, j), k, width, panel);
            for (int i = 0; i < m; i += ROWS) {
                int height = Math.min(ROWS, m - i);
                var part = z.from(i, j);
                boolean whole = height == ROWS && width == COLUMNS;
                if (!whole) {
                    // At the rim of Z the tile hangs over: it is computed aside.
                    for (int r = 0; r < height; r++) {
                        part.copyRow(r, width, rim, r * COLUMNS);
                    }
                }
                var four = i < inPlace ? x.from(i, 0) : new Grid(strips, (i - inPlace) * k, 1, ROWS);
                tile(k, four, panel, whole ? part : Grid.rows(rim, 0, COLUMNS));
                if (!whole) {
                    for (int r = 0; r < height; r++) {
                        System.arraycopy(rim, r * COLUMNS, part.elements(), part.offset() + r * part.down(), width);
                    }
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
                fourColumns(columns.from(0, i), k, strips, i * k);
                continue;
            }
            for (int r = 0; r < height; r++) {
                columns.copyColumn(i + r, k, strips, i * k + r, ROWS);
            }
        }
        return strips;
    }

    /** Four columns side by side, copied row by row. */
    private static void fourColumns(Grid x, int k, double[] strip, int start) {
        var from = x.elements();
        int i = x.offset();
        int to = start;
        for (int p = 0; p < k; p++) {
            strip[to] = from[i];
            strip[to + 1] = from[i + 1];
            strip[to + 2] = from[i + 2];
            strip[to + 3] = from[i + 3];
            i += x.down();
            to += ROWS;
        }
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

    /** Z += X·Y for X: 4×k and Z: 4 × 2 vectors. */
    private static void tile(int k, Grid fourRows, double[] y, Grid tile) {
        var x = fourRows.elements();
        int x0 = fourRows.offset();
        int x1 = x0 + fourRows.down();
        int x2 = x1 + fourRows.down();
        int x3 = x2 + fourRows.down();
        int step = fourRows.right();
        var z = tile.elements();
        int row0 = tile.offset();
        int row1 = row0 + tile.down();
        int row2 = row1 + tile.down();
        int row3 = row2 + tile.down();
        var a = DoubleVector.fromArray(SPECIES, z, row0);
        var b = DoubleVector.fromArray(SPECIES, z, row0 + LANES);
        var c = DoubleVector.fromArray(SPECIES, z, row1);
        var d = DoubleVector.fromArray(SPECIES, z, row1 + LANES);
        var e = DoubleVector.fromArray(SPECIES, z, row2);
        var f = DoubleVector.fromArray(SPECIES, z, row2 + LANES);
        var g = DoubleVector.fromArray(SPECIES, z, row3);
        var h = DoubleVector.fromArray(SPECIES, z, row3 + LANES);
        int j = 0;
        for (int p = 0; p < k; p++) {
            var left = DoubleVector.fromArray(SPECIES, y, j);
            var right = DoubleVector.fromArray(SPECIES, y, j + LANES);
            var v = DoubleVector.broadcast(SPECIES, x[x0]);
            a = fma(v, left, a);
            b = fma(v, right, b);
            v = DoubleVector.broadcast(SPECIES, x[x1]);
            c = fma(v, left, c);
            d = fma(v, right, d);
            v = DoubleVector.broadcast(SPECIES, x[x2]);
            e = fma(v, left, e);
            f = fma(v, right, f);
            v = DoubleVector.broadcast(SPECIES, x[x3]);
            g = fma(v, left, g);
            h = fma(v, right, h);
            x0 += step;
            x1 += step;
            x2 += step;
            x3 += step;
            j += COLUMNS;
        }
        a.intoArray(z, row0);
        b.intoArray(z, row0 + LANES);
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
