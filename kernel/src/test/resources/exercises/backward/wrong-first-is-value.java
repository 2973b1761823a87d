// VALUE
// ✗ ∂L/∂L: that is the value L, not a gradient.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {m * c, m, c, c, c};
}
