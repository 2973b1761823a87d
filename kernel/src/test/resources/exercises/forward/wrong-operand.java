// OPERAND
// ✗ u: that is x2 itself.
double[] forwardValues() {
    return new double[] {2, 7, 49};
}
