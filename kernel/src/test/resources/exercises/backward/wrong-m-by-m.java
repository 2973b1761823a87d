// OTHER
// ✗ ∂L/∂m: that is the local gradient towards c.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {1, m, m, c, c};
}
