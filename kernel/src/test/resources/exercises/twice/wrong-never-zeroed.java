// ACCUMULATED
// ✗ third: the gradient of the run before is still in it: set it to 0 first.
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {g, 2 * g, 3 * g};
}
