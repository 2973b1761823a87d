// FORMULA
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {3 * x, 2 * g, g};
}
