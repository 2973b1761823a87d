// FORMULA
// ✗ ∂L/∂a: that is ∂L/∂m + ∂m/∂a: along a path the two are multiplied.
// ✗ ∂L/∂b: that is ∂L/∂m + ∂m/∂b: along a path the two are multiplied.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {1, m, c, c + 1, c + 1};
}
