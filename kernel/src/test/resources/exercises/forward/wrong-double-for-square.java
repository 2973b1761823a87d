// OP
// ✗ z: that is 2 · y: that is ∂z/∂y; z is y · y.
double[] forwardValues() {
    return new double[] {6, 7, 14};
}
