// VALUE
// ✗ first: that is the value x³, not a gradient.
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {x * x * x, 2 * g, g};
}
