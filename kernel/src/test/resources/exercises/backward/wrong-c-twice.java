// TWICE
// ✗ twice ∂L/∂c: something is counted twice.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {1, 2 * m, c, c, c};
}
