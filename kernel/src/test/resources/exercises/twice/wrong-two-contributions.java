// FORMULA
// ✗ first: that is 2x²: two of the three contributions.
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {2 * x * x, 2 * g, g};
}
