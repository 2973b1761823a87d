double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {g, 2 * g, g};
}
