// VALUE
// ✗ x̄, ȳ: that is the value x · y, not a gradient.
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {x * y, x * y};
}
