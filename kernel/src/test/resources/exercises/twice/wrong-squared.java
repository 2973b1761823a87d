// FORMULA
// ✗ second: that is the square of the gradient: sweeps add up, they do not multiply.
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {g, g * g, g};
}
