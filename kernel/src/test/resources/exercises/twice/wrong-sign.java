// SIGN
// ✗ first, second, third: the sign is wrong.
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {-g, -2 * g, -g};
}
