// FORMULA
// ✗ ∂L/∂a: that is ∂L/∂m · b, as if m were a · b.
// ✗ ∂L/∂b: that is ∂L/∂m · a, as if m were a · b.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {1, m, c, c * b, c * a};
}
