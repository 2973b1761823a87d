package gradus.autograd;

import java.util.Arrays;
import java.util.List;

/**
 * Ops whose result does not come element by element. Their Jacobian is never formed: each gives its vector–Jacobian
 * product, the contribution to an operand for an upstream gradient z̄. Each constant holds the whole of its op; see
 * {@link Op}.
 */
public enum ArrayOp implements Op {
    /** Z = X·Y for X: m×k, Y: k×n (or Y: k, Z: m); X̄ = Z̄·Yᵀ, Ȳ = Xᵀ·Z̄ (row 5.1). */
    MATMUL("·", 2, "{x} {y}", "{z̄} {y}ᵀ", "{x}ᵀ {z̄}") {
        @Override
        Shape shape(List<? extends Node> operands) {
            var x = operands.get(0).shape();
            var y = operands.get(1).shape();
            if (x.rank() != 2 || y.rank() < 1 || y.rank() > 2) {
                throw new IllegalArgumentException(
                        "matmul: needs a matrix times a matrix or a vector, and was given " + written(operands));
            }
            if (x.axis(1) != y.axis(0)) {
                throw new IllegalArgumentException("matmul: " + written(operands) + "; columns of the first ("
                        + x.axis(1) + ") must equal rows of the second (" + y.axis(0) + ")" + suggestion(x, y));
            }
            return y.rank() == 1 ? new Shape(x.axis(0)) : new Shape(x.axis(0), y.axis(1));
        }

        @Override
        double[] value(List<? extends Node> operands) {
            var x = operands.get(0);
            var y = operands.get(1);
            int n = columns(y.shape());
            return Matrices.product(
                    x.elements(), y.elements(), x.shape().axis(0), x.shape().axis(1), n);
        }

        @Override
        double[] vjp(int i, List<? extends Node> operands, double[] upstream) {
            var x = operands.get(0);
            var y = operands.get(1);
            int m = x.shape().axis(0);
            int k = x.shape().axis(1);
            int n = columns(y.shape());
            return i == 0
                    ? Matrices.product(upstream, Matrices.transpose(y.elements(), k, n), m, n, k)
                    : Matrices.product(Matrices.transpose(x.elements(), m, k), upstream, k, m, n);
        }
    },

    /** Z = Xᵀ for X: m×n; X̄ = Z̄ᵀ. */
    TRANSPOSE("ᵀ", 1, "{x}ᵀ", "{z̄}ᵀ") {
        @Override
        Shape shape(List<? extends Node> operands) {
            var x = operands.get(0).shape();
            if (x.rank() != 2) {
                throw new IllegalArgumentException("transpose: needs a matrix, and was given " + written(operands));
            }
            return new Shape(x.axis(1), x.axis(0));
        }

        @Override
        double[] value(List<? extends Node> operands) {
            var x = operands.get(0);
            return Matrices.transpose(x.elements(), x.shape().axis(0), x.shape().axis(1));
        }

        @Override
        double[] vjp(int i, List<? extends Node> operands, double[] upstream) {
            var x = operands.get(0).shape();
            return Matrices.transpose(upstream, x.axis(1), x.axis(0));
        }
    },

    /** z = Σ xₖ over all elements; x̄ₖ = z̄. */
    TOTAL("Σ", 1, "sum({x})", "{z̄} for every element") {
        @Override
        Shape shape(List<? extends Node> operands) {
            return Shape.SCALAR;
        }

        @Override
        double[] value(List<? extends Node> operands) {
            return new double[] {Arrays.stream(operands.get(0).elements()).sum()};
        }

        @Override
        double[] vjp(int i, List<? extends Node> operands, double[] upstream) {
            return filled(operands.get(0).shape().size(), upstream[0]);
        }
    },

    /** z = 1/n · Σ xₖ over all n elements; x̄ₖ = z̄/n. NaN for an empty tensor. */
    MEAN("mean", 1, "mean({x})", "{z̄}/n for every element") {
        @Override
        Shape shape(List<? extends Node> operands) {
            return Shape.SCALAR;
        }

        @Override
        double[] value(List<? extends Node> operands) {
            var x = operands.get(0).elements();
            return new double[] {Arrays.stream(x).sum() / x.length};
        }

        @Override
        double[] vjp(int i, List<? extends Node> operands, double[] upstream) {
            int n = operands.get(0).shape().size();
            return filled(n, upstream[0] / n);
        }
    },

    /** z = (x₀, …, xₙ₋₁): scalars gathered into a vector; x̄ᵢ = z̄ᵢ. */
    STACK("[ ]", VARIADIC, "", "") {
        @Override
        Shape shape(List<? extends Node> operands) {
            return new Shape(operands.size());
        }

        @Override
        double[] value(List<? extends Node> operands) {
            return operands.stream().mapToDouble(x -> x.elements()[0]).toArray();
        }

        @Override
        double[] vjp(int i, List<? extends Node> operands, double[] upstream) {
            return new double[] {upstream[i]};
        }

        @Override
        public String expression(List<String> operands) {
            return "[" + String.join(", ", operands) + "]";
        }

        @Override
        public String gradient(int i, List<String> operands, String result) {
            return "element " + i + " of {z̄}";
        }
    };

    private final Rule rule;

    ArrayOp(String symbol, int arity, String formula, String... gradients) {
        this.rule = new Rule(symbol, arity, formula, List.of(gradients), "all elements", "");
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public boolean isElementwise() {
        return false;
    }

    /**
     * The shape of the result.
     *
     * @throws IllegalArgumentException if the operands' shapes do not go together; the message names operands, shapes
     *     and axis
     */
    abstract Shape shape(List<? extends Node> operands);

    /** The elements of the result, row-major. */
    abstract double[] value(List<? extends Node> operands);

    /** The vector–Jacobian product: what the upstream gradient contributes to the adjoint of operand i. */
    abstract double[] vjp(int i, List<? extends Node> operands, double[] upstream);

    private static int columns(Shape y) {
        return y.rank() == 1 ? 1 : y.axis(1);
    }

    private static double[] filled(int n, double value) {
        var all = new double[n];
        Arrays.fill(all, value);
        return all;
    }

    private static String written(List<? extends Node> operands) {
        return String.join(
                " and ",
                operands.stream()
                        .map(x -> (x.name() == null ? "" : x.name() + " is ") + x.shape())
                        .toList());
    }

    private static String suggestion(Shape x, Shape y) {
        if (x.axis(0) == y.axis(0)) {
            return ". Did you mean to transpose the first?";
        }
        if (y.rank() == 2 && x.axis(1) == y.axis(1)) {
            return ". Did you mean to transpose the second?";
        }
        return "";
    }
}
