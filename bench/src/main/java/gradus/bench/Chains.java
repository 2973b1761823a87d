package gradus.bench;

import gradus.autograd.Var;

/**
 * Workload (a): 2,000 chains of 125 times v·a + b, then ·c + d, and the sum of their ends in pairs: 1,001,999 binary ops on
 * 2,004 inputs, all of which take a gradient.
 */
final class Chains {

    static final int CHAINS = 2000;
    static final int BLOCKS = 125;
    static final int OPS = CHAINS * BLOCKS * 4 + CHAINS - 1;

    private static final double A = 0.9;
    private static final double B = 0.1;
    private static final double C = 1.01;
    private static final double D = 0.002;

    final Var a = new Var(A);
    final Var b = new Var(B);
    final Var c = new Var(C);
    final Var d = new Var(D);
    final Var[] x = new Var[CHAINS];

    Chains() {
        for (int i = 0; i < CHAINS; i++) {
            x[i] = new Var(start(i));
        }
    }

    private static double start(int i) {
        return 0.5 + i / 4000.0;
    }

    Var build() {
        var ends = new Var[CHAINS];
        for (int i = 0; i < CHAINS; i++) {
            var v = x[i];
            for (int block = 0; block < BLOCKS; block++) {
                v = v.mul(a).add(b).mul(c).add(d);
            }
            ends[i] = v;
        }
        int left = CHAINS;
        while (left > 1) {
            int sums = 0;
            for (int i = 0; i < left; i += 2) {
                ends[sums++] = i + 1 < left ? ends[i].add(ends[i + 1]) : ends[i];
            }
            left = sums;
        }
        return ends[0];
    }

    /**
     * Compares value and gradients with what a chain is by hand: v₁₂₅ = rᵐ·x + s·(1 − rᵐ)/(1 − r) with r = a·c,
     * s = b·c + d and m = 125, so that ∂v/∂x = rᵐ.
     */
    void check(double value) {
        double r = A * C;
        double power = Math.pow(r, BLOCKS);
        double geometric = (1 - power) / (1 - r);
        double sum = 0;
        double byA = 0;
        for (int i = 0; i < CHAINS; i++) {
            sum += power * start(i) + (B * C + D) * geometric;
            // ∂/∂a of both terms, with ∂r/∂a = c.
            byA += C * (BLOCKS * power / r * start(i) + (B * C + D) * (geometric - BLOCKS * power / r) / (1 - r));
        }
        Check.close("value", value, sum, 1e-12);
        Check.close("∂/∂x₀", x[0].grad(), power, 1e-12);
        Check.close("∂/∂a", a.grad(), byA, 1e-10);
    }
}
