// OPERAND
// ✗ x̄, ȳ: that is the operand itself.
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {x, y};
}
