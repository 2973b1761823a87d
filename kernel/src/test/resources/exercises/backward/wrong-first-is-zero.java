// ZERO
// ✗ ∂L/∂L is 0: nothing arrives there.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {0, m, c, c, c};
}
