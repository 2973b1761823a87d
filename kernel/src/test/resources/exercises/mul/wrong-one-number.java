// COUNT
// ✗ 2 numbers are wanted (x̄, ȳ), and your code gave 1
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {upstream * y};
}
