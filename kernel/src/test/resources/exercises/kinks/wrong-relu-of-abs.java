// FORMULA
// ✗ ∂relu/∂x: that is the sign of x, the gradient of |x|.
double reluGradient(double x) {
    return Math.signum(x);
}

double[] maxBackward(double x, double y, double upstream) {
    return new double[] {x > y ? upstream : x < y ? 0 : upstream / 2, y > x ? upstream : y < x ? 0 : upstream / 2};
}
