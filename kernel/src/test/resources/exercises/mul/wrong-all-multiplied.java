// FORMULA
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {upstream * x * y, upstream * x * y};
}
