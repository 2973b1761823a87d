// FORMULA
// ✗ x̄, ȳ: that is z̄·(x + y), the two gradients added up.
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {upstream * (x + y), upstream * (x + y)};
}
