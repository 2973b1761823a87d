// INFINITE
// ✗ x̄ is infinite: something was divided by 0, or grew beyond all bounds.
// ✗ ȳ is infinite: something was divided by 0, or grew beyond all bounds.
double[] mulBackward(double x, double y, double upstream) {
    double h = 0;
    return new double[] {upstream * y / h, upstream * x / h};
}
