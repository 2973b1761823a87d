// OP
// ✗ u, y, z: that is what follows from u = a / x2.
double[] forwardValues() {
    return new double[] {1.5, 2.5, 6.25};
}
