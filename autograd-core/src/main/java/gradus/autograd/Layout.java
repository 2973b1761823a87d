package gradus.autograd;

/** Copies of elements to other places. */
final class Layout {

    private Layout() {}

    /** The array whose axis i is axis {@code order[i]} of x. */
    static double[] permuted(double[] x, Shape shape, int[] order) {
        var lengths = new int[order.length];
        var steps = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            lengths[i] = shape.axis(order[i]);
            steps[i] = shape.stride(order[i]);
        }
        var z = new double[x.length];
        new Odometer(lengths, steps, 0).forEach((k, from) -> z[k] = x[from]);
        return z;
    }

    /** The elements of a slice, in their order. */
    static double[] slice(double[] x, Shape shape, int[] bounds, Shape result) {
        var z = new double[result.size()];
        odometer(shape, bounds, result).forEach((k, from) -> z[k] = x[from]);
        return z;
    }

    /** Zeros of this shape, with z in the place of the slice. */
    static double[] embedded(double[] z, Shape shape, int[] bounds, Shape slice) {
        var x = new double[shape.size()];
        odometer(shape, bounds, slice).forEach((k, to) -> x[to] = z[k]);
        return x;
    }

    private static Odometer odometer(Shape shape, int[] bounds, Shape slice) {
        var steps = new int[shape.rank()];
        var lengths = new int[shape.rank()];
        int start = 0;
        for (int i = 0; i < steps.length; i++) {
            steps[i] = shape.stride(i) * bounds[3 * i + 2];
            lengths[i] = sliceLength(bounds, i);
            start += shape.stride(i) * bounds[3 * i];
        }
        return new Odometer(slice.size() == 0 ? new int[] {0} : lengths, steps, start);
    }

    /** How many elements from (inclusive) to (exclusive) by step. */
    static int sliceLength(int[] bounds, int axis) {
        int from = bounds[3 * axis];
        int to = bounds[3 * axis + 1];
        int step = bounds[3 * axis + 2];
        return Math.max(0, step > 0 ? (to - from + step - 1) / step : (from - to - step - 1) / -step);
    }

    /** Elements that lie at regular distances along each axis. */
    private static final class Odometer {

        private final int[] lengths;
        private final int[] steps;
        private final int start;

        Odometer(int[] lengths, int[] steps, int start) {
            this.lengths = lengths;
            this.steps = steps;
            this.start = start;
        }

        interface Body {
            void at(int number, int place);
        }

        void forEach(Body body) {
            int count = 1;
            for (int n : lengths) {
                count *= n;
            }
            var at = new int[lengths.length];
            int place = start;
            for (int k = 0; k < count; k++) {
                body.at(k, place);
                for (int i = lengths.length - 1; i >= 0; i--) {
                    place += steps[i];
                    if (++at[i] < lengths[i]) {
                        break;
                    }
                    place -= steps[i] * at[i];
                    at[i] = 0;
                }
            }
        }
    }
}
