// COUNT
// ✗ 2 numbers are wanted (∂L/∂a, ∂L/∂b), and your code gave 1
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return new double[] {v * b + u};
}
