// SIGN
// ✗ ∂L/∂a, ∂L/∂b: the sign is wrong.
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return new double[] {-v * b - u, -v * a - u};
}
