// LOCAL
// ✗ ∂L/∂m: that is ∂L/∂L alone: the local gradient is missing.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {1, m, 1, c, c};
}
