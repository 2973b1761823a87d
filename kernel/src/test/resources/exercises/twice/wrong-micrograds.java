// FORMULA
// ✗ second: that is what micrograd gives, whose inner nodes keep their gradients too.
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {g, g * 72 / 27, g};
}
