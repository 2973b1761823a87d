// FORMULA
// ✗ ∂L/∂a: that is ∂L/∂m · a: the local gradient of a sum is 1.
// ✗ ∂L/∂b: that is ∂L/∂m · b: the local gradient of a sum is 1.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {1, m, c, c * a, c * b};
}
