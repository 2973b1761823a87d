// UPSTREAM
// ✗ ∂L/∂a, ∂L/∂b: the upstream gradient ∂L/∂m is missing.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {1, m, c, 1, 1};
}
