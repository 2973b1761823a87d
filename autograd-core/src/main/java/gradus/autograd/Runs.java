package gradus.autograd;

/**
 * How two arrays of different shape are walked side by side: the elements of the result fall into runs, along which each
 * operand either advances with the result or stands still.
 */
final class Runs {

    /** One run of the result. */
    @FunctionalInterface
    interface Body {

        /**
         * Takes the run.
         *
         * @param from the first element of the result
         * @param length how many there are
         * @param x the operand's element for the first
         * @param xStep 1 where it advances, 0 where it stands still
         */
        void run(int from, int length, int x, int xStep, int y, int yStep);
    }

    private final Shape z;
    private final int[] xSteps;
    private final int[] ySteps;

    private Runs(Shape x, Shape y, Shape z) {
        this.z = z;
        xSteps = x.stepsIn(z);
        ySteps = y.stepsIn(z);
    }

    /** Walks all elements of the result, in their order. */
    static void over(Shape x, Shape y, Shape z, Body body) {
        if (x.equals(z) && y.equals(z)) {
            body.run(0, z.size(), 0, 1, 0, 1);
        } else if (z.size() > 0) {
            new Runs(x, y, z).walk(body);
        }
    }

    private void walk(Body body) {
        int axis = z.rank();
        int length = 1;
        int xStep = 1;
        int yStep = 1;
        // As many of the last axes as can be walked in one run.
        while (axis > 0) {
            int n = z.axis(axis - 1);
            if (n > 1) {
                if (length == 1) {
                    xStep = xSteps[axis - 1] == 0 ? 0 : 1;
                    yStep = ySteps[axis - 1] == 0 ? 0 : 1;
                } else if (xSteps[axis - 1] != xStep * length || ySteps[axis - 1] != yStep * length) {
                    break;
                }
                length *= n;
            }
            axis--;
        }
        var at = new int[axis];
        int x = 0;
        int y = 0;
        for (int from = 0; from < z.size(); from += length) {
            body.run(from, length, x, xStep, y, yStep);
            for (int i = axis - 1; i >= 0; i--) {
                x += xSteps[i];
                y += ySteps[i];
                if (++at[i] < z.axis(i)) {
                    break;
                }
                x -= xSteps[i] * at[i];
                y -= ySteps[i] * at[i];
                at[i] = 0;
            }
        }
    }
}
