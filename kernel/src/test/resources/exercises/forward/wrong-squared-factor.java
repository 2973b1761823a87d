// OP
// ✗ u, y, z: that is what follows from u = a²: the exponent belongs to the bracket.
double[] forwardValues() {
    return new double[] {9, 10, 100};
}
