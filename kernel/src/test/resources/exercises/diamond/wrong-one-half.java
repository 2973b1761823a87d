// HALF
// ✗ half of ∂L/∂a: one of two paths is missing.
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return new double[] {(v * b + u) / 2, v * a + u};
}
