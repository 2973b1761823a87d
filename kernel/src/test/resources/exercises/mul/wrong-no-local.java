// LOCAL
// ✗ x̄, ȳ: that is z̄ alone: the local gradient is missing.
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {upstream, upstream};
}
