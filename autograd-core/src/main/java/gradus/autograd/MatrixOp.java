package gradus.autograd;

import gradus.autograd.dense.Matrices;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Products and transposes. Each constant holds the whole of its op; see {@link Op}. */
public enum MatrixOp implements ArrayOp {
    /**
     * Z = X·Y for X: m×k, Y: k×n; X̄ = Z̄·Yᵀ, Ȳ = Xᵀ·Z̄ (row 5.1). A vector of k is a row on the left and a column on the
     * right. Axes before the last two are a batch: equal in both, or missing in one, which then serves all.
     *
     * <p>Settings: none, or two of 0 and 1, which say whether X and Y are transposed.
     */
    MATMUL("matmul", 2, "{x} {y}", "{z̄} {y}ᵀ", "{x}ᵀ {z̄}") {
        @Override
        public Shape shape(Call call) {
            return Product.of(call).shape();
        }

        @Override
        public double[] value(Call call) {
            return Product.of(call).value(call.elements(0), call.elements(1));
        }

        @Override
        public Node vjp(int i, Node z, Tensor upstream) {
            var x = (Tensor) z.operand(0);
            var y = (Tensor) z.operand(1);
            return Product.of(new Call(List.of(x, y), z.settings())).vjp(i, x, y, upstream);
        }

        @Override
        public Code code() {
            return Code.of("sum(x * y)", "u * y", "u * x");
        }

        @Override
        public Lines lines(List<Shape> operands, Shape result, int... settings) {
            var sizes = operands.stream().map(x -> Tensor.zeros(x.axes())).toList();
            return Lines.of(Product.of(new Call(sizes, settings)));
        }

        @Override
        public String expression(List<String> operands, int[] settings) {
            return operands.get(0) + raised(settings, 0) + " " + operands.get(1) + raised(settings, 1);
        }

        private String raised(int[] settings, int i) {
            return settings.length > 0 && settings[i] == 1 ? "ᵀ" : "";
        }

        @Override
        public List<Sample> samples() {
            return List.of(
                    Sample.of(new Shape(2, 3), new Shape(3, 4)),
                    Sample.of(new Shape(2, 3), new Shape(3)),
                    Sample.of(new Shape(3), new Shape(3, 2)),
                    Sample.of(new Shape(3), new Shape(3)),
                    Sample.of(new Shape(2, 2, 3), new Shape(2, 3, 2)),
                    Sample.of(new Shape(2, 2, 3), new Shape(3, 2)),
                    Sample.of(new Shape(2, 3), new Shape(2, 3, 2)),
                    Sample.of(new Shape(2, 2, 3), new Shape(3)),
                    new Sample(new int[] {1, 0}, new Shape(3, 2), new Shape(3, 4)),
                    new Sample(new int[] {0, 1}, new Shape(2, 3), new Shape(4, 3)),
                    new Sample(new int[] {1, 1}, new Shape(3, 2), new Shape(4, 3)),
                    new Sample(new int[] {0, 1}, new Shape(2, 2, 3), new Shape(2, 4, 3)));
        }
    },

    /** Z = Xᵀ: the last two axes change places; X̄ = Z̄ᵀ. Settings: none, or the order of all axes. */
    TRANSPOSE("ᵀ", 1, "{x}ᵀ", "{z̄}ᵀ") {
        @Override
        public Shape shape(Call call) {
            var x = call.shape(0);
            if (call.settings().length == 0 && x.rank() < 2) {
                throw new IllegalArgumentException("transpose: needs a matrix, and was given " + call.written()
                        + ". reshape(n, 1) makes a column of a vector");
            }
            return new Shape(
                    Arrays.stream(order(x, call.settings())).map(x::axis).toArray());
        }

        @Override
        public double[] value(Call call) {
            var x = call.shape(0);
            return call.settings().length == 0
                    ? Matrices.transposes(call.elements(0), x.axis(x.rank() - 2), x.axis(x.rank() - 1))
                    : Layout.permuted(call.elements(0), x, call.settings());
        }

        @Override
        public Node vjp(int i, Node z, Tensor upstream) {
            if (z.settings().length == 0) {
                return upstream.transpose();
            }
            var back = new int[z.settings().length];
            for (int axis = 0; axis < back.length; axis++) {
                back[z.settings()[axis]] = axis;
            }
            return upstream.permute(back);
        }

        @Override
        public @Nullable Code code() {
            return null;
        }

        private int[] order(Shape x, int[] settings) {
            if (settings.length > 0) {
                return settings;
            }
            var order = IntStream.range(0, x.rank()).toArray();
            order[x.rank() - 1] = x.rank() - 2;
            order[x.rank() - 2] = x.rank() - 1;
            return order;
        }

        @Override
        public String expression(List<String> operands, int[] settings) {
            return settings.length == 0
                    ? operands.get(0) + "ᵀ"
                    : "permute(" + operands.get(0) + ", " + Arrays.toString(settings) + ")";
        }

        @Override
        public List<Sample> samples() {
            return List.of(
                    Sample.of(new Shape(2, 3)),
                    Sample.of(new Shape(2, 3, 2)),
                    new Sample(new int[] {2, 0, 1}, new Shape(2, 3, 4)));
        }
    };

    private final Rule rule;

    MatrixOp(String symbol, int arity, String formula, String... gradients) {
        this.rule = new Rule(symbol, arity, formula, List.of(gradients), "all elements", "");
    }

    @Override
    public Rule rule() {
        return rule;
    }
}
