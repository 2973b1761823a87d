// OTHER
// ✗ ∂L/∂c: that is the local gradient towards m.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {1, c, c, c, c};
}
