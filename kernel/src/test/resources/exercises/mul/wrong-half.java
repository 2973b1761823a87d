// FORMULA
// ✗ x̄: that is half of it: a product shares nothing out, each operand gets z̄ times the other one.
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {upstream * y / 2, upstream * x};
}
