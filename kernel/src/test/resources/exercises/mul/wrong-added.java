// FORMULA
// ✗ x̄, ȳ: that is upstream plus local gradient: the chain rule multiplies.
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {upstream + y, upstream + x};
}
