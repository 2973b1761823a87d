// FORMULA
// ✗ x̄, ȳ: that is z̄ divided by the other operand: the chain rule multiplies.
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {upstream / y, upstream / x};
}
