// UPSTREAM
// ✗ x̄, ȳ: the upstream gradient z̄ is missing.
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {y, x};
}
