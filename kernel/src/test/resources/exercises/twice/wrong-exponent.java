// FORMULA
// ✗ first: that is 3x: the exponent is 2.
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {3 * x, 2 * g, g};
}
