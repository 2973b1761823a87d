// FORMULA
// ✗ ∂L/∂a, ∂L/∂b: that is the product of the two paths: along a path local gradients are multiplied, over paths they are added.
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return new double[] {v * b * u, v * a * u};
}
