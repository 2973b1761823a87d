// UPSTREAM
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {y, x};
}
