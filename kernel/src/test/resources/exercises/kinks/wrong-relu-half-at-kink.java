// KINK
// ✗ ∂relu/∂x: right except at the kink: at x = 0 the engine takes 0, your code ½.
double reluGradient(double x) {
    return x > 0 ? 1 : x < 0 ? 0 : 0.5;
}

double[] maxBackward(double x, double y, double upstream) {
    return new double[] {x > y ? upstream : x < y ? 0 : upstream / 2, y > x ? upstream : y < x ? 0 : upstream / 2};
}
