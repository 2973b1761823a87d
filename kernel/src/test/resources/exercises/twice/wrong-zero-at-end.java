// FORMULA
// ✗ third: that is what zeroGrad leaves, before the third sweep has run.
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {g, 2 * g, 0};
}
