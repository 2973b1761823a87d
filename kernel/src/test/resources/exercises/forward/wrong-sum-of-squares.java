// OP
// ✗ z: that is x1² + u²: the square of a sum is not the sum of the squares.
double[] forwardValues() {
    return new double[] {6, 7, 37};
}
