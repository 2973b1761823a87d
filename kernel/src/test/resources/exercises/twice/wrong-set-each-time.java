// FORMULA
// ✗ second: that is what each sweep brings by itself: backward adds it to what grad has.
double[] gradsOfCube(double x) {
    double g = 3 * x * x;
    return new double[] {g, g, g};
}
