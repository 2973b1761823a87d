// LOST
// ✗ ∂L/∂c: the contribution of b to m = a + b is missing.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {1, a, c, c, c};
}
