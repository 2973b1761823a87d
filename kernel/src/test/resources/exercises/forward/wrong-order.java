// SWAPPED
// ✗ u and y are exchanged.
double[] forwardValues() {
    return new double[] {7, 6, 49};
}
