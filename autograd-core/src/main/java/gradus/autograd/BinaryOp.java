package gradus.autograd;

import java.util.Arrays;
import java.util.List;

/**
 * Elementwise ops of two operands, z = f(x, y). Each constant holds the whole of its op; see {@link Op}.
 *
 * <p>The two operands may be one node: {@code x.mul(x)} has two edges to x, and the contributions of both add up.
 */
public enum BinaryOp implements Op {
    /** z = x + y, ∂z/∂x = 1, ∂z/∂y = 1: distributes the upstream gradient. */
    ADD("+", "{x} + {y}", "1", "1", "all x, y", "", new double[][] {{1, 2}, {-3, 0}}) {
        @Override
        public double value(double x, double y) {
            return x + y;
        }

        @Override
        public double localX(double x, double y, double z) {
            return 1;
        }

        @Override
        public double localY(double x, double y, double z) {
            return 1;
        }

        @Override
        public Code code() {
            return Code.of("x + y", "1", "1");
        }
    },

    /** z = x − y, ∂z/∂x = 1, ∂z/∂y = −1. */
    SUB("−", "{x} − {y}", "1", "−1", "all x, y", "", new double[][] {{1, 2}, {-3, 0}}) {
        @Override
        public double value(double x, double y) {
            return x - y;
        }

        @Override
        public double localX(double x, double y, double z) {
            return 1;
        }

        @Override
        public double localY(double x, double y, double z) {
            return -1;
        }

        @Override
        public Code code() {
            return Code.of("x - y", "1", "-1");
        }
    },

    /** z = x·y, ∂z/∂x = y, ∂z/∂y = x. */
    MUL("·", "{x} · {y}", "{y}", "{x}", "all x, y", "", new double[][] {{2, 3}, {0, -4}, {-1.5, 0}}) {
        @Override
        public double value(double x, double y) {
            return x * y;
        }

        @Override
        public double localX(double x, double y, double z) {
            return y;
        }

        @Override
        public double localY(double x, double y, double z) {
            return x;
        }

        @Override
        public Code code() {
            return Code.of("x * y", "y", "x");
        }

        @Override
        Node derivative(int i, Node x, Node y, Node z) {
            return i == 0 ? y : x;
        }
    },

    /** z = x/y, ∂z/∂x = 1/y, ∂z/∂y = −x/y². ±∞ or NaN (0/0) at y = 0. */
    DIV("÷", "{x} / {y}", "1/{y}", "−{x}/{y}²", "y ≠ 0", "±∞ or NaN at y = 0", new double[][] {
        {1, 2}, {-3, 0.5}, {0, -2}
    }) {
        @Override
        public double value(double x, double y) {
            return x / y;
        }

        @Override
        public double localX(double x, double y, double z) {
            return 1 / y;
        }

        @Override
        public double localY(double x, double y, double z) {
            return -x / (y * y);
        }

        @Override
        public Code code() {
            return Code.of("x / y", "1 / y", "-x / (y * y)");
        }

        @Override
        Node derivative(int i, Node x, Node y, Node z) {
            return i == 0 ? UnaryOp.INV.of(y) : UnaryOp.NEG.of(DIV.of(z, y));
        }
    },

    /**
     * z = xʸ, ∂z/∂x = y·xʸ⁻¹, ∂z/∂y = z·ln x. With x &lt; 0 only whole exponents have a value, and ∂z/∂y is NaN. x⁰ is 1
     * for every x, so its ∂z/∂x is 0, at 0 too; 0ʸ with y &gt; 0 is 0, and so is its ∂z/∂y.
     */
    POW(
            "xʸ",
            "{x}^{y}",
            "{y}·{x}^({y}−1)",
            "{z}·ln({x})",
            "x > 0, or whole y",
            "∂z/∂x is 0 for y = 0; ∂z/∂y is 0 at x = 0 < y, NaN for x < 0",
            new double[][] {{2, 3}, {0.5, -1.5}, {3, 0}}) {
        @Override
        public double value(double x, double y) {
            return Math.pow(x, y);
        }

        @Override
        public double localX(double x, double y, double z) {
            return y == 0 ? 0 : y * Math.pow(x, y - 1);
        }

        @Override
        public double localY(double x, double y, double z) {
            return x == 0 && y > 0 ? 0 : z * Math.log(x);
        }

        @Override
        public Code code() {
            return Code.of("pow(x, y)", "y == 0 ? 0 : y * pow(x, y - 1)", "x == 0 && y > 0 ? 0 : z * log(x)");
        }

        /** A whole exponent is raised, as on the board: y² and not y^2. */
        @Override
        public String expression(List<String> operands) {
            var raised = Numbers.superscript(operands.get(1));
            return raised == null ? super.expression(operands) : operands.get(0) + raised;
        }

        @Override
        public String gradient(int i, List<String> operands, String result) {
            if (i == 0 && operands.get(1).equals("2")) {
                return "2·" + operands.get(0);
            }
            return super.gradient(i, operands, result);
        }

        @Override
        Node derivative(int i, Node x, Node y, Node z) {
            if (y.isConstant() && Arrays.stream(y.elements()).allMatch(e -> e == 0)) {
                return super.derivative(i, x, y, z); // x⁰ is flat, at 0 too
            }
            return i == 0 ? MUL.of(y, POW.of(x, SUB.of(y, Var.constant(1)))) : MUL.of(z, UnaryOp.LOG.of(x));
        }
    },

    /** z = max(x, y): routes the upstream gradient to the larger operand; half to each at a tie. */
    MAX("max", "max({x}, {y})", "[{x} > {y}]", "[{y} > {x}]", "all x, y", "½ each at a tie", new double[][] {
        {1, 2}, {3, -1}
    }) {
        @Override
        public double value(double x, double y) {
            return Math.max(x, y);
        }

        @Override
        public double localX(double x, double y, double z) {
            return larger(x, y);
        }

        @Override
        public double localY(double x, double y, double z) {
            return larger(y, x);
        }

        @Override
        public Code code() {
            return Code.of("max(x, y)", LARGER_X, LARGER_Y);
        }

        @Override
        public int side(double x, double y) {
            return Double.compare(x, y);
        }
    },

    /** z = min(x, y): routes the upstream gradient to the smaller operand; half to each at a tie. */
    MIN("min", "min({x}, {y})", "[{x} < {y}]", "[{y} < {x}]", "all x, y", "½ each at a tie", new double[][] {
        {1, 2}, {3, -1}
    }) {
        @Override
        public double value(double x, double y) {
            return Math.min(x, y);
        }

        @Override
        public double localX(double x, double y, double z) {
            return larger(y, x);
        }

        @Override
        public double localY(double x, double y, double z) {
            return larger(x, y);
        }

        @Override
        public Code code() {
            return Code.of("min(x, y)", LARGER_Y, LARGER_X);
        }

        @Override
        public int side(double x, double y) {
            return Double.compare(x, y);
        }
    };

    private static final String LARGER_X = "x > y ? 1 : x < y ? 0 : x == y ? 0.5 : NaN";
    private static final String LARGER_Y = "y > x ? 1 : y < x ? 0 : y == x ? 0.5 : NaN";

    private final Rule rule;
    private final double[][] samples;

    BinaryOp(
            String symbol,
            String formula,
            String gradientX,
            String gradientY,
            String domain,
            String edges,
            double[][] samples) {
        this.rule = Rule.of(symbol, formula, List.of(gradientX, gradientY), domain, edges);
        this.samples = samples;
    }

    @Override
    public Rule rule() {
        return rule;
    }

    /** z = f(x, y). */
    public abstract double value(double x, double y);

    /** ∂z/∂x at (x, y), where z is the value that {@link #value} gave. */
    public abstract double localX(double x, double y, double z);

    /** ∂z/∂y at (x, y), where z is the value that {@link #value} gave. */
    public abstract double localY(double x, double y, double z);

    /** 1 where x is the larger, 0 where y is, ½ at a tie, NaN where either is NaN. */
    private static double larger(double x, double y) {
        return x > y ? 1 : x < y ? 0 : x == y ? 0.5 : Double.NaN;
    }

    /** ∂z/∂(operand i) as a node, so that it can be differentiated again; see {@link UnaryOp#derivative}. */
    Node derivative(int i, Node x, Node y, Node z) {
        return Elementwise.localNode(z, i);
    }

    /** The op applied to nodes: a {@link Var} of two Vars, otherwise a {@link Tensor}. */
    public Node of(Node x, Node y) {
        return x instanceof Var a && y instanceof Var b ? Var.apply(this, a, b) : Tensor.apply(this, x, y);
    }

    /** On which side of a kink (x, y) lies; 0 on the kink, and everywhere for an op without one. */
    public int side(double x, double y) {
        return 0;
    }

    /** Points (x, y) inside the domain, away from kinks, at which a central difference must agree. */
    public double[][] samples() {
        return Arrays.stream(samples).map(double[]::clone).toArray(double[][]::new);
    }
}
