// SIGN
// ✗ ∂L/∂L, ∂L/∂c, ∂L/∂m, ∂L/∂a, ∂L/∂b: the sign is wrong.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {-1, -m, -c, -c, -c};
}
