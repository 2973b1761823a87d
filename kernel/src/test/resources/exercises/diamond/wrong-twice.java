// TWICE
// ✗ twice ∂L/∂a: something is counted twice.
// ✗ twice ∂L/∂b: something is counted twice.
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return new double[] {2 * (v * b + u), 2 * (v * a + u)};
}
