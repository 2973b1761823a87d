// OP
// ✗ z: that is y: the square is missing.
double[] forwardValues() {
    return new double[] {6, 7, 7};
}
