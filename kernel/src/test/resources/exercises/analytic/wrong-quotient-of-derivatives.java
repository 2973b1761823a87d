// FORMULA
// ✗ ∂f/∂x, ∂f/∂y: that is the derivative of the numerator over that of the denominator: a quotient has a rule of its own.
double[] gradient(double x, double y) {
    double sigX = 1 / (1 + Math.exp(-x)), sigY = 1 / (1 + Math.exp(-y));
    return new double[] {1 / (sigX * (1 - sigX) + 2 * (x + y)), sigY * (1 - sigY) / (2 * (x + y))};
}
