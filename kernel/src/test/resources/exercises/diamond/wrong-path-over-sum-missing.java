// PATH
// ✗ ∂L/∂a, ∂L/∂b: a path into ā, b̄ (over v = a + b) is missing: what arrived before counts too.
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return new double[] {v * b, v * a};
}
