// SIGN
// ✗ x̄, ȳ: the sign is wrong.
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {-upstream * y, -upstream * x};
}
