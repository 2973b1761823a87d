package gradus.kernel.work;

/** Points for a part of what was asked, as nbgrader reads them from the value of a graded cell. */
public final class Score {

    private Score() {}

    /**
     * The points, no less than 0 and no more than {@code most}: {@code min(max(points, 0), most)}. nbgrader stops at a
     * number outside of these bounds, and takes NaN for full points.
     *
     * @param points what was reached
     * @param most the points that the cell has in nbgrader
     * @throws IllegalArgumentException if the points are NaN, or {@code most} is not a finite number above 0
     */
    public static double of(double points, double most) {
        double bound = most(most);
        if (Double.isNaN(points)) {
            throw new IllegalArgumentException(
                    "the points are NaN, not a number; look for 0/0 and for what was never computed");
        }
        return Math.min(Math.max(points, 0), bound);
    }

    /**
     * A number that can be the most points of a cell.
     *
     * @throws IllegalArgumentException if it is not a finite number above 0
     */
    public static double most(double most) {
        if (!(most > 0) || Double.isInfinite(most)) {
            throw new IllegalArgumentException("the most points are " + most
                    + "; a finite number above 0 is needed, the points that the cell has in nbgrader");
        }
        return most;
    }
}
