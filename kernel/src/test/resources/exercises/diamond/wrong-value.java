// VALUE
// ✗ ∂L/∂a, ∂L/∂b: that is the value L, not a gradient.
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return new double[] {u * v, u * v};
}
