package gradus.autograd;

import java.util.List;

/** Probabilities of classes. Each constant holds the whole of its op; see {@link Op}. */
public enum SoftmaxOp implements ArrayOp {
    /**
     * zᵢ = e^xᵢ / Σⱼ e^xⱼ along an axis, computed around the largest x so that nothing overflows;
     * x̄ = z ⊙ (z̄ − Σⱼ z̄ⱼ·zⱼ). Settings: the axis.
     */
    SOFTMAX("softmax", "{z}⊙({z̄} − Σ {z̄}⊙{z})") {
        @Override
        public double[] value(Call call) {
            var x = call.elements(0);
            var z = new double[x.length];
            var axis = Axis.of(call.shape(0), call.settings());
            axis.forEachLine((i, from) -> {
                double most = ReduceOp.MAX.of(x, from, axis.end(from), axis.inner());
                double sum = 0;
                for (int k = from; k < axis.end(from); k += axis.inner()) {
                    z[k] = Math.exp(x[k] - most);
                    sum += z[k];
                }
                for (int k = from; k < axis.end(from); k += axis.inner()) {
                    z[k] /= sum;
                }
            });
            return z;
        }

        @Override
        public Node vjp(int i, Node node, Tensor upstream) {
            var z = (Tensor) node;
            int axis = node.settings()[0];
            return z.mul(upstream.sub(upstream.mul(z).sum(axis, true)));
        }

        @Override
        public Code code() {
            return Code.of("m = max(x); s = sum(exp(x - m)); exp(x - m) / s", "s = sum(u * z); z * (u - s)");
        }
    },

    /** zᵢ = xᵢ − ln Σⱼ e^xⱼ along an axis; x̄ = z̄ − e^z · Σⱼ z̄ⱼ. Settings: the axis. */
    LOG_SOFTMAX("ln softmax", "{z̄} − exp({z})·Σ {z̄}") {
        @Override
        public double[] value(Call call) {
            var x = call.elements(0);
            var z = new double[x.length];
            var axis = Axis.of(call.shape(0), call.settings());
            axis.forEachLine((i, from) -> {
                double whole = ReduceOp.LOGSUMEXP.of(x, from, axis.end(from), axis.inner());
                for (int k = from; k < axis.end(from); k += axis.inner()) {
                    z[k] = x[k] - whole;
                }
            });
            return z;
        }

        @Override
        public Node vjp(int i, Node node, Tensor upstream) {
            var z = (Tensor) node;
            return upstream.sub(z.exp().mul(upstream.sum(node.settings()[0], true)));
        }

        @Override
        public Code code() {
            return Code.of(
                    "m = max(x); s = abs(m) == Infinity ? m : m + log(sum(exp(x - m))); x - s",
                    "s = sum(u); u - exp(z) * s");
        }
    };

    private final Rule rule;

    SoftmaxOp(String symbol, String gradient) {
        var id = name().toLowerCase(java.util.Locale.ROOT);
        this.rule = new Rule(symbol, 1, id + "({x})", List.of(gradient), "all elements", "");
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public Shape shape(Call call) {
        return call.shape(0);
    }

    @Override
    public Lines lines(List<Shape> operands, Shape result, int... settings) {
        return Lines.along(Axis.of(operands.get(0), settings), false);
    }

    @Override
    public List<Sample> samples() {
        return List.of(new Sample(new int[] {0}, new Shape(4)), new Sample(new int[] {1}, new Shape(2, 3, 2)));
    }
}
