// FORMULA
// ✗ first: that is x²: one of the three contributions, which are equal.
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {x * x, 2 * g, g};
}
