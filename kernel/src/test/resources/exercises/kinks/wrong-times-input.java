// FORMULA
// ✗ x̄, ȳ: that is the gradient times the larger input: max hands z̄ on as it is.
double reluGradient(double x) {
    return x > 0 ? 1 : 0;
}

double[] maxBackward(double x, double y, double upstream) {
    return new double[] {x > y ? upstream * x : x < y ? 0 : upstream * x / 2, y > x ? upstream * y : y < x ? 0 : upstream * y / 2};
}
