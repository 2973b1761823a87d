// FORMULA
// ✗ ∂relu/∂x: that is 1 where x < 0 and 0 where x > 0: the two sides are exchanged.
double reluGradient(double x) {
    return x < 0 ? 1 : 0;
}

double[] maxBackward(double x, double y, double upstream) {
    return new double[] {x > y ? upstream : x < y ? 0 : upstream / 2, y > x ? upstream : y < x ? 0 : upstream / 2};
}
