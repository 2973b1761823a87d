// FORMULA
// ✗ second, third: that is the second and third derivative: a sweep again gives the first again.
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {g, 6 * x, 6};
}
