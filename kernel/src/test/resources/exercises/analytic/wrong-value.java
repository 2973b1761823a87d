// VALUE
// ✗ ∂f/∂x, ∂f/∂y: that is the value f, not a gradient.
double[] gradient(double x, double y) {
    double f = (x + 1 / (1 + Math.exp(-y))) / (1 / (1 + Math.exp(-x)) + (x + y) * (x + y));
    return new double[] {f, f};
}
