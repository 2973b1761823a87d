// VALUE
// ✗ ∂relu/∂x: that is the value relu(x), not a gradient.
double reluGradient(double x) {
    return Math.max(0, x);
}

double[] maxBackward(double x, double y, double upstream) {
    return new double[] {x > y ? upstream : x < y ? 0 : upstream / 2, y > x ? upstream : y < x ? 0 : upstream / 2};
}
