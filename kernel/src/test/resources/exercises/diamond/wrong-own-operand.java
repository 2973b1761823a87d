// OTHER
// ✗ ∂L/∂a, ∂L/∂b: that is the local gradient towards the other operand of a·b.
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return new double[] {v * a + u, v * b + u};
}
