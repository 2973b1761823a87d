// OTHER
// ✗ ∂L/∂c, ∂L/∂m, ∂L/∂a, ∂L/∂b: that is the local gradient towards the other operand of m·c.
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {1, c, m, m, m};
}
