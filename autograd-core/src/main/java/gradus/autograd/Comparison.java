package gradus.autograd;

/** Comparisons, element by element: masks of 1 and 0, which take no gradient. Comparing with NaN gives 0, ≠ gives 1. */
enum Comparison {
    GT {
        @Override
        boolean holds(double x, double y) {
            return x > y;
        }
    },
    GE {
        @Override
        boolean holds(double x, double y) {
            return x >= y;
        }
    },
    LT {
        @Override
        boolean holds(double x, double y) {
            return x < y;
        }
    },
    LE {
        @Override
        boolean holds(double x, double y) {
            return x <= y;
        }
    },
    EQ {
        @Override
        boolean holds(double x, double y) {
            return x == y;
        }
    },
    NE {
        @Override
        boolean holds(double x, double y) {
            return x != y;
        }
    };

    abstract boolean holds(double x, double y);

    Tensor of(Node x, Node y) {
        var shape = x.shape().broadcast(y.shape());
        if (shape == null) {
            var op = name().toLowerCase(java.util.Locale.ROOT);
            throw new ShapeException(op, null, ShapeClash.message(op, x, y), x, y);
        }
        var a = x.elements();
        var b = y.elements();
        var mask = new double[shape.size()];
        Runs.over(x.shape(), y.shape(), shape, (from, length, p, pStep, q, qStep) -> {
            for (int k = 0; k < length; k++) {
                mask[from + k] = holds(a[p + k * pStep], b[q + k * qStep]) ? 1 : 0;
            }
        });
        return Tensor.constant(shape, mask);
    }

    /** How many steps it takes from the first element to the largest; the first of several, and NaN is the largest. */
    static int argmax(double[] x, int from, int end, int step) {
        if (from >= end) {
            throw new IllegalArgumentException("argmax: there are no elements");
        }
        int best = from;
        for (int k = from; k < end; k += step) {
            if (x[k] > x[best] || (Double.isNaN(x[k]) && !Double.isNaN(x[best]))) {
                best = k;
            }
        }
        return (best - from) / step;
    }
}
