// UPSTREAM
// ✗ ∂L/∂a, ∂L/∂b: the upstream gradient of u and v is missing.
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return new double[] {b + 1, a + 1};
}
