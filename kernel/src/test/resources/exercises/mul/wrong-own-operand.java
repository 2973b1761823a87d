// OTHER
// ✗ x̄, ȳ: that is the local gradient towards the other operand.
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {upstream * x, upstream * y};
}
