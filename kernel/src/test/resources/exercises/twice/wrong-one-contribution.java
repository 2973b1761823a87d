// FORMULA
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {x * x, 2 * g, g};
}
