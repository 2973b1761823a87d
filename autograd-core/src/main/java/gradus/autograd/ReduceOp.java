package gradus.autograd;

import java.util.List;

/**
 * Ops that make one number of many: of all elements (a {@link Var}), or of each line along an axis. Each constant holds
 * the whole of its op; see {@link Op}.
 *
 * <p>Settings: none for all elements; else the axis, and 1 where it stays as an axis of length 1. An empty line has the
 * sum 0, the mean and variance NaN, the maximum −∞ and the minimum ∞.
 */
public enum ReduceOp implements ArrayOp {
    /** z = Σ xₖ; x̄ₖ = z̄. */
    SUM("Σ", "{z̄} for every element") {
        @Override
        double of(double[] x, int from, int end, int step) {
            double sum = 0;
            for (int k = from; k < end; k += step) {
                sum += x[k];
            }
            return sum;
        }

        @Override
        Tensor contribution(Tensor x, Tensor z, Tensor upstream, int n, int axis) {
            return upstream;
        }

        @Override
        public Code code() {
            return Code.of("sum(x)", "u");
        }
    },

    /** z = 1/n · Σ xₖ; x̄ₖ = z̄/n. */
    MEAN("mean", "{z̄}/n for every element") {
        @Override
        double of(double[] x, int from, int end, int step) {
            return SUM.of(x, from, end, step) / count(from, end, step);
        }

        @Override
        Tensor contribution(Tensor x, Tensor z, Tensor upstream, int n, int axis) {
            return upstream.div(n);
        }

        @Override
        public Code code() {
            return Code.of("sum(x) / n", "u / n");
        }
    },

    /** z = max xₖ: routes the upstream gradient to the largest element; equal parts where several are the largest. */
    MAX("max", "{z̄} for the largest element") {
        @Override
        double of(double[] x, int from, int end, int step) {
            double most = Double.NEGATIVE_INFINITY;
            for (int k = from; k < end; k += step) {
                most = Math.max(most, x[k]);
            }
            return most;
        }

        @Override
        Tensor contribution(Tensor x, Tensor z, Tensor upstream, int n, int axis) {
            return upstream.mul(share(x, z, axis));
        }

        @Override
        public Code code() {
            return Code.of("max(x)", SHARE);
        }

        @Override
        int side(double[] x, int from, int end, int step) {
            return only(of(x, from, end, step), x, from, end, step);
        }
    },

    /** z = min xₖ: routes the upstream gradient to the smallest element; equal parts where several are the smallest. */
    MIN("min", "{z̄} for the smallest element") {
        @Override
        double of(double[] x, int from, int end, int step) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = from; k < end; k += step) {
                least = Math.min(least, x[k]);
            }
            return least;
        }

        @Override
        Tensor contribution(Tensor x, Tensor z, Tensor upstream, int n, int axis) {
            return upstream.mul(share(x, z, axis));
        }

        @Override
        public Code code() {
            return Code.of("min(x)", SHARE);
        }

        @Override
        int side(double[] x, int from, int end, int step) {
            return only(of(x, from, end, step), x, from, end, step);
        }
    },

    /** z = 1/n · Σ (xₖ − x̂)² around the mean x̂; x̄ₖ = z̄·2(xₖ − x̂)/n. Divisor n, as in NumPy. */
    VARIANCE("var", "{z̄}·2({x} − mean)/n") {
        @Override
        double of(double[] x, int from, int end, int step) {
            double mean = MEAN.of(x, from, end, step);
            double squares = 0;
            for (int k = from; k < end; k += step) {
                squares += (x[k] - mean) * (x[k] - mean);
            }
            return squares / count(from, end, step);
        }

        @Override
        Tensor contribution(Tensor x, Tensor z, Tensor upstream, int n, int axis) {
            var mean = MEAN.tensor(new int[] {axis, 1}, x);
            return x.sub(mean).mul(upstream.mul(2.0 / n));
        }

        @Override
        public Code code() {
            return Code.of("m = sum(x) / n; sum((x - m) * (x - m)) / n", "m = sum(x) / n; (x - m) * (u * 2 / n)");
        }
    },

    /** z = ln Σ e^xₖ, computed around the largest element so that nothing overflows; x̄ₖ = z̄·softmax(x)ₖ. */
    LOGSUMEXP("logsumexp", "{z̄}·softmax({x})") {
        @Override
        double of(double[] x, int from, int end, int step) {
            double most = MAX.of(x, from, end, step);
            if (Double.isInfinite(most)) {
                return most; // ∞ − ∞ is not a number
            }
            double sum = 0;
            for (int k = from; k < end; k += step) {
                sum += Math.exp(x[k] - most);
            }
            return most + Math.log(sum);
        }

        @Override
        Tensor contribution(Tensor x, Tensor z, Tensor upstream, int n, int axis) {
            return x.sub(z).exp().mul(upstream);
        }

        @Override
        public Code code() {
            return Code.of("m = max(x); abs(m) == Infinity ? m : m + log(sum(exp(x - m)))", "u * exp(x - z)");
        }
    };

    private static final String SHARE = "u * ((x == z ? 1 : 0) / sum(x == z ? 1 : 0))";

    private final Rule rule;

    ReduceOp(String symbol, String gradient) {
        String id = name().toLowerCase(java.util.Locale.ROOT);
        this.rule = new Rule(symbol, 1, id + "({x})", List.of(gradient), "all elements", edges());
    }

    private String edges() {
        return switch (name()) {
            case "MAX", "MIN" -> "equal parts where several elements are equal";
            default -> "";
        };
    }

    /** The number that is made of the elements at from, from + step, … below end. */
    abstract double of(double[] x, int from, int end, int step);

    /**
     * On which side of a kink these elements lie: which of them is the result, from 0; −1 where several are. Always 0 for
     * an op without kinks.
     */
    int side(double[] x, int from, int end, int step) {
        return 0;
    }

    /** Which of the elements has this value; −1 where several have it. */
    private static int only(double value, double[] x, int from, int end, int step) {
        int found = -1;
        for (int k = from; k < end; k += step) {
            if (x[k] == value) {
                if (found >= 0) {
                    return -1;
                }
                found = (k - from) / step;
            }
        }
        return found;
    }

    /**
     * What is contributed to x, as a tensor that is stretched to its shape.
     *
     * @param z the result, with its axis
     * @param upstream its adjoint, with its axis
     * @param n how many elements make one of the result
     */
    abstract Tensor contribution(Tensor x, Tensor z, Tensor upstream, int n, int axis);

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public boolean isScalar(int[] settings) {
        return settings.length == 0;
    }

    @Override
    public Shape shape(Call call) {
        var settings = call.settings();
        if (settings.length == 0) {
            return Shape.SCALAR;
        }
        var x = call.shape(0);
        return settings[1] == 1 ? x.with(settings[0], 1) : x.without(settings[0]);
    }

    @Override
    public double[] value(Call call) {
        var x = call.elements(0);
        var axis = Axis.of(call.shape(0), call.settings());
        var z = new double[shape(call).size()];
        axis.forEachLine((i, from) -> z[i] = of(x, from, axis.end(from), axis.inner()));
        return z;
    }

    @Override
    public Lines lines(List<Shape> operands, Shape result, int... settings) {
        return Lines.along(Axis.of(operands.get(0), settings), true);
    }

    @Override
    public Node vjp(int i, Node z, Tensor upstream) {
        var x = (Tensor) z.operand(0);
        if (z.settings().length == 0) {
            // All elements: the same along the only axis of the flattened tensor.
            var flat = x.shape().rank() == 1 ? x : x.reshape(x.shape().size());
            var one = new int[] {1};
            var whole = contribution(
                    flat, reshaped(z, one), upstream.reshape(one), x.shape().size(), 0);
            return stretched(whole, flat.shape()).reshape(x.shape());
        }
        int axis = z.settings()[0];
        var kept = x.shape().with(axis, 1).axes();
        var c = contribution(
                x, reshaped(z, kept), upstream.reshape(kept), x.shape().axis(axis), axis);
        return stretched(c, x.shape());
    }

    private static Tensor reshaped(Node z, int[] axes) {
        return LayoutOp.RESHAPE.tensor(axes, z);
    }

    private static Tensor stretched(Tensor c, Shape to) {
        return c.shape().equals(to) ? c : LayoutOp.BROADCAST.tensor(to.axes(), c);
    }

    /** 1 for the elements that are the result, 0 for the others; equal parts where there are several. */
    private static Tensor share(Tensor x, Tensor z, int axis) {
        var is = x.eq(z);
        return is.div(SUM.tensor(new int[] {axis, 1}, is));
    }

    private static int count(int from, int end, int step) {
        return (end - from + step - 1) / step;
    }

    @Override
    public String expression(List<String> operands, int[] settings) {
        return settings.length == 0
                ? expression(operands)
                : id() + "(" + operands.get(0) + ", axis " + settings[0] + ")";
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                Sample.of(new Shape(5)),
                Sample.of(new Shape(2, 3)),
                new Sample(new int[] {0, 0}, new Shape(3, 2)),
                new Sample(new int[] {1, 1}, new Shape(2, 3)),
                new Sample(new int[] {1, 0}, new Shape(2, 3, 2)));
    }
}
