package gradus.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scalar ops of any number of operands (row 3.2 of the lectures). Each constant holds the whole of its op. */
public enum NaryOp implements Op {
    /** z = Σ xᵢ, ∂z/∂xᵢ = 1: distributes the upstream gradient. The empty sum is 0. */
    SUM("Σ", " + ") {
        @Override
        public double value(double[] x) {
            double z = 0;
            for (double v : x) {
                z += v;
            }
            return z;
        }

        @Override
        public double[] locals(double[] x) {
            var d = new double[x.length];
            Arrays.fill(d, 1);
            return d;
        }

        @Override
        public Code code() {
            return Code.of("sum(x)", "1");
        }

        @Override
        Node derivative(int i, Var[] x) {
            return Var.constant(1);
        }

        @Override
        public String gradient(int i, List<String> operands, String result) {
            return "1";
        }
    },

    /**
     * z = ∏ xᵢ, ∂z/∂xᵢ = ∏ⱼ≠ᵢ xⱼ. The product of the others is multiplied out from both ends, never divided as z/xᵢ, so
     * that it is right where an operand is 0: Product(2, 0, 5) has the gradients (0, 10, 0). The empty product is 1.
     */
    PRODUCT("∏", " · ") {
        @Override
        public double value(double[] x) {
            double z = 1;
            for (double v : x) {
                z *= v;
            }
            return z;
        }

        @Override
        public double[] locals(double[] x) {
            var d = new double[x.length];
            double before = 1;
            for (int i = 0; i < x.length; i++) {
                d[i] = before;
                before *= x[i];
            }
            double after = 1;
            for (int i = x.length - 1; i >= 0; i--) {
                d[i] *= after;
                after *= x[i];
            }
            return d;
        }

        @Override
        public Code code() {
            return Code.of("product(x)", "others(x)");
        }

        @Override
        Node derivative(int i, Var[] x) {
            var others = new ArrayList<>(List.of(x));
            others.remove(i);
            return Var.product(others.toArray(Var[]::new));
        }

        @Override
        public String gradient(int i, List<String> operands, String result) {
            var others = new ArrayList<>(operands);
            others.remove(i);
            return others.isEmpty() ? "1" : String.join("·", others);
        }
    };

    private final Rule rule;
    private final String joint;

    NaryOp(String symbol, String joint) {
        this.rule = new Rule(symbol, VARIADIC, "", List.of(), "all x", "");
        this.joint = joint;
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public String expression(List<String> operands) {
        return String.join(joint, operands);
    }

    @Override
    public Lines lines(List<Shape> operands, Shape result, int... settings) {
        return Lines.ofOperands(operands.size());
    }

    /** z = f(x₀, …, xₙ₋₁). */
    public abstract double value(double[] x);

    /** All local gradients ∂z/∂xᵢ at x, in one pass. */
    public abstract double[] locals(double[] x);

    /** ∂z/∂xᵢ as a node, so that it can be differentiated again. */
    abstract Node derivative(int i, Var[] x);

    /** Points at which a central difference must agree. */
    public double[][] samples() {
        return new double[][] {{2, 0, 5}, {1, -2, 3, 0.5}, {4}, {0, 0, 3}};
    }
}
