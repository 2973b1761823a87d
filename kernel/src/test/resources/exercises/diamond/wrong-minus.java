// FORMULA
// ✗ ∂L/∂a, ∂L/∂b: that is one path minus the other: over paths gradients are added.
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return new double[] {v * b - u, v * a - u};
}
