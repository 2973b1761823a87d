package gradus.autograd;

import gradus.autograd.dense.Functions;
import java.util.List;

/**
 * Elementwise ops of one operand, z = f(x). Each constant holds the whole of its op; see {@link Op}.
 *
 * <p>At a kink the local gradient is a subgradient, named in {@link Rule#edges}. NaN goes in, NaN comes out, in value and
 * in gradient.
 */
public enum UnaryOp implements Op {
    /** z = −x, ∂z/∂x = −1. */
    NEG("−", "−{x}", "−1", "all x", "", -2, 0, 3) {
        @Override
        public double value(double x) {
            return -x;
        }

        @Override
        public double local(double x, double z) {
            return -1;
        }

        @Override
        public Code code() {
            return Code.of("-x", "-1");
        }
    },

    /** z = 1/x, ∂z/∂x = −1/x². The value is ±∞ at ±0. */
    INV("1/x", "1/{x}", "−1/{x}²", "x ≠ 0", "−∞ at 0", -2, 0.5, 3) {
        @Override
        public double value(double x) {
            return 1 / x;
        }

        @Override
        public double local(double x, double z) {
            return -1 / (x * x);
        }

        @Override
        public Code code() {
            return Code.of("1 / x", "-1 / (x * x)");
        }

        @Override
        Node derivative(Node x, Node z) {
            return NEG.of(BinaryOp.MUL.of(z, z));
        }
    },

    /** z = eˣ, ∂z/∂x = z. Overflows to ∞ above 709.78. */
    EXP("exp", "exp({x})", "{z}", "all x", "", -2, 0, 1.5) {
        @Override
        public double value(double x) {
            return Math.exp(x);
        }

        @Override
        public double local(double x, double z) {
            return z;
        }

        @Override
        public Code code() {
            return Code.of("exp(x)", "z");
        }

        @Override
        Node derivative(Node x, Node z) {
            return z;
        }
    },

    /** z = ln x, ∂z/∂x = 1/x. −∞ at 0, NaN below it: there the gradient is NaN too, since there is no function. */
    LOG("ln", "ln({x})", "1/{x}", "x > 0", "∞ at 0, NaN below", 0.1, 1, 5) {
        @Override
        public double value(double x) {
            return Math.log(x);
        }

        @Override
        public double local(double x, double z) {
            return x < 0 ? Double.NaN : 1 / x;
        }

        @Override
        public Code code() {
            return Code.of("log(x)", "x < 0 ? NaN : 1 / x");
        }

        @Override
        Node derivative(Node x, Node z) {
            return INV.of(x);
        }
    },

    /** z = sin x, ∂z/∂x = cos x; x in radians. NaN at ±∞. */
    SIN("sin", "sin({x})", "cos({x})", "finite x", "", -2, 0, 1) {
        @Override
        public double value(double x) {
            return Math.sin(x);
        }

        @Override
        public double local(double x, double z) {
            return Math.cos(x);
        }

        @Override
        public Code code() {
            return Code.of("sin(x)", "cos(x)");
        }

        @Override
        Node derivative(Node x, Node z) {
            return COS.of(x);
        }
    },

    /** z = cos x, ∂z/∂x = −sin x; x in radians. NaN at ±∞. */
    COS("cos", "cos({x})", "−sin({x})", "finite x", "", -2, 0, 1) {
        @Override
        public double value(double x) {
            return Math.cos(x);
        }

        @Override
        public double local(double x, double z) {
            return -Math.sin(x);
        }

        @Override
        public Code code() {
            return Code.of("cos(x)", "-sin(x)");
        }

        @Override
        Node derivative(Node x, Node z) {
            return NEG.of(SIN.of(x));
        }
    },

    /** z = tan x, ∂z/∂x = 1 + z²; x in radians. Poles at π/2 + kπ. NaN at ±∞. */
    TAN("tan", "tan({x})", "1 + {z}²", "x ≠ π/2 + kπ", "", -1, 0, 1.2) {
        @Override
        public double value(double x) {
            return Math.tan(x);
        }

        @Override
        public double local(double x, double z) {
            return 1 + z * z;
        }

        @Override
        public Code code() {
            return Code.of("tan(x)", "1 + z * z");
        }

        @Override
        Node derivative(Node x, Node z) {
            return BinaryOp.ADD.of(Var.constant(1), BinaryOp.MUL.of(z, z));
        }
    },

    /** z = tanh x, ∂z/∂x = 1 − z². Saturates at ±1. */
    TANH("tanh", "tanh({x})", "1 − {z}²", "all x", "", -2, 0, 1) {
        @Override
        public double value(double x) {
            return Functions.tanh(x);
        }

        @Override
        boolean values(double[] x, double[] z, int from, int to) {
            return Functions.tanh(x, z, from, to);
        }

        @Override
        public double local(double x, double z) {
            return 1 - z * z;
        }

        @Override
        public Code code() {
            return Code.of("tanh(x)", "1 - z * z");
        }

        @Override
        Node derivative(Node x, Node z) {
            return BinaryOp.SUB.of(Var.constant(1), BinaryOp.MUL.of(z, z));
        }
    },

    /** z = σ(x) = 1/(1 + e⁻ˣ), ∂z/∂x = z·(1 − z) ≤ ¼. Saturates at 0 and 1. */
    SIGMOID("σ", "σ({x})", "{z}·(1 − {z})", "all x", "", -4, 0, 1) {
        @Override
        public double value(double x) {
            return 1 / (1 + Math.exp(-x));
        }

        @Override
        public double local(double x, double z) {
            return z * (1 - z);
        }

        @Override
        public Code code() {
            return Code.of("1 / (1 + exp(-x))", "z * (1 - z)");
        }

        @Override
        Node derivative(Node x, Node z) {
            return BinaryOp.MUL.of(z, BinaryOp.SUB.of(Var.constant(1), z));
        }
    },

    /** z = max(0, x), ∂z/∂x = 1 for x > 0 and 0 for x < 0; 0 at the kink x = 0. */
    RELU("ReLU", "ReLU({x})", "[{x} > 0]", "all x", "0 at the kink x = 0", -2, 0.5, 3) {
        @Override
        public double value(double x) {
            return Math.max(0, x);
        }

        @Override
        public double local(double x, double z) {
            return x > 0 ? 1 : x <= 0 ? 0 : Double.NaN;
        }

        @Override
        public Code code() {
            return Code.of("max(0, x)", "x > 0 ? 1 : x <= 0 ? 0 : NaN");
        }

        @Override
        public int side(double x) {
            return (int) Math.signum(x);
        }
    },

    /** z = √x, ∂z/∂x = 1/(2z). The gradient is ∞ at 0; value and gradient are NaN below. */
    SQRT("√", "√{x}", "1/(2·{z})", "x ≥ 0", "∞ at 0, NaN below", 0.25, 1, 9) {
        @Override
        public double value(double x) {
            return Math.sqrt(x);
        }

        @Override
        public double local(double x, double z) {
            return 0.5 / z;
        }

        @Override
        public Code code() {
            return Code.of("sqrt(x)", "0.5 / z");
        }

        @Override
        Node derivative(Node x, Node z) {
            return BinaryOp.DIV.of(Var.constant(0.5), z);
        }
    },

    /** z = |x|, ∂z/∂x = sign x; 0 at the kink x = 0. */
    ABS("abs", "|{x}|", "sign({x})", "all x", "0 at the kink x = 0", -2, 0.5, 3) {
        @Override
        public double value(double x) {
            return Math.abs(x);
        }

        @Override
        public double local(double x, double z) {
            return Math.signum(x);
        }

        @Override
        public Code code() {
            return Code.of("abs(x)", "sign(x)");
        }

        @Override
        public int side(double x) {
            return (int) Math.signum(x);
        }
    };

    private final Rule rule;
    private final double[] samples;

    UnaryOp(String symbol, String formula, String gradient, String domain, String edges, double... samples) {
        this.rule = Rule.of(symbol, formula, List.of(gradient), domain, edges);
        this.samples = samples;
    }

    @Override
    public Rule rule() {
        return rule;
    }

    /** z = f(x). */
    public abstract double value(double x);

    /**
     * z[k] = f(x[k]) for from ≤ k &lt; to, digit for digit as {@link #value} gives it, for an op that knows a faster way
     * than one element after another.
     *
     * @return whether it was done; if not, nothing was
     */
    boolean values(double[] x, double[] z, int from, int to) {
        return false;
    }

    /** ∂z/∂x at x, where z is the value that {@link #value} gave. */
    public abstract double local(double x, double z);

    /**
     * ∂z/∂x as a node, so that it can be differentiated again. By default a constant: right for an op whose local gradient
     * does not depend on x between its kinks.
     */
    Node derivative(Node x, Node z) {
        return Elementwise.localNode(z, 0);
    }

    /** The op applied to a node: a {@link Var} of a Var, a {@link Tensor} of a Tensor. */
    public Node of(Node x) {
        return x instanceof Var scalar ? Var.apply(this, scalar) : Tensor.apply(this, (Tensor) x);
    }

    /** On which side of a kink x lies; 0 on the kink, and everywhere for an op without one. */
    public int side(double x) {
        return 0;
    }

    /** Points inside the domain, away from kinks, at which a central difference must agree. */
    public double[] samples() {
        return samples.clone();
    }
}
