// OP
// ✗ y: that is x1 − u.
double[] forwardValues() {
    return new double[] {6, -5, 49};
}
