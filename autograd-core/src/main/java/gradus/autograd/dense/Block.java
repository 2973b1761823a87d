package gradus.autograd.dense;

/**
 * The innermost part of a matrix product: a block of Z, on one thread.
 *
 * <p>Every element is one chain of {@link Fma}s in the order of the columns of X, whatever the implementation, so that the
 * last digits do not depend on the machine.
 */
interface Block {

    /** Rows of X and of Z that an implementation takes at once. */
    int ROWS = 4;

    /**
     * Z += X·Y.
     *
     * @param x m×k
     * @param y k×n
     * @param z row-major, m×n
     */
    void add(Grid x, Grid y, Grid z, int m, int k, int n);

    /** Columns of Z that it takes at once; a division of Z among threads keeps to them. */
    int columns();
}
