// OP
// ✗ y: that is (x1 + a) · x2: the product comes first.
double[] forwardValues() {
    return new double[] {6, 8, 49};
}
