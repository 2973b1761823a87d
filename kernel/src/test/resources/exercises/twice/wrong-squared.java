// FORMULA
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {g, g * g, g};
}
