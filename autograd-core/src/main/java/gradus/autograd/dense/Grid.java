package gradus.autograd.dense;

/**
 * A matrix read in place out of an array: element (i, j) stands at {@code offset + i·down + j·right}. Transposing swaps
 * the two steps and copies nothing.
 *
 * @param elements the array it is part of
 * @param offset where element (0, 0) stands
 * @param down from a row to the next
 * @param right from a column to the next
 */
// A view of an array is not compared with another.
@SuppressWarnings("ArrayRecordComponent")
record Grid(double[] elements, int offset, int down, int right) {

    /** Row-major, {@code columns} to a row. */
    static Grid rows(double[] elements, int offset, int columns) {
        return new Grid(elements, offset, columns, 1);
    }

    Grid transposed() {
        return new Grid(elements, offset, right, down);
    }

    /** What is left when the first i rows and j columns are cut off. */
    Grid from(int i, int j) {
        return new Grid(elements, offset + i * down + j * right, down, right);
    }

    double at(int i, int j) {
        return elements[offset + i * down + j * right];
    }

    /** Copies column j of m rows to {@code to[start], to[start + step], …}. */
    void copyColumn(int j, int m, double[] to, int start, int step) {
        int from = offset + j * right;
        for (int i = 0; i < m; i++) {
            to[start + i * step] = elements[from + i * down];
        }
    }

    /** Copies row i of n columns to {@code to[start], to[start + 1], …}. */
    void copyRow(int i, int n, double[] to, int start) {
        int from = offset + i * down;
        if (right == 1) {
            System.arraycopy(elements, from, to, start, n);
            return;
        }
        for (int j = 0; j < n; j++) {
            to[start + j] = elements[from + j * right];
        }
    }
}
