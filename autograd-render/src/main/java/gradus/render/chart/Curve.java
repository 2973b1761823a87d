package gradus.render.chart;

/** A line, points, or both. (No record, since records should not hold arrays: they are compared by identity.) */
public final class Curve {

    private final String name;
    private final double[] x;
    private final double[] y;
    private final Look look;
    private final Parts parts;

    /** What is drawn of a curve. */
    public enum Parts {
        /** A line, with a marker here and there. */
        LINE,
        /** A line without markers. */
        BARE_LINE,
        /** A line with a marker at every point. */
        STEPS,
        /** Markers alone. */
        POINTS
    }

    /**
     * A curve through points.
     *
     * @param name what the legend calls it; empty to leave it out
     * @param x the abscissas
     * @param y the ordinates; a gap where one is no finite number
     * @param parts what is drawn of it
     * @throws IllegalArgumentException if there are more of one coordinate than of the other
     */
    public Curve(String name, double[] x, double[] y, Look look, Parts parts) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "a curve needs as many x as y, and was given " + x.length + " x and " + y.length + " y");
        }
        this.name = name;
        this.x = x.clone();
        this.y = y.clone();
        this.look = look;
        this.parts = parts;
    }

    String name() {
        return name;
    }

    int size() {
        return x.length;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    Look look() {
        return look;
    }

    Parts parts() {
        return parts;
    }
}
