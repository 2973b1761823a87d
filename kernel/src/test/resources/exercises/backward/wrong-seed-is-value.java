// FORMULA
// ✗ ∂L/∂L, ∂L/∂c, ∂L/∂m, ∂L/∂a, ∂L/∂b: that is what comes out when the sweep begins with L: it begins with ∂L/∂L = 1.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    double s = m * c;
    return new double[] {s, s * m, s * c, s * c, s * c};
}
