// FORMULA
// ✗ x³, sin: that is f(x + h) − f(x) over 2h: these two points are h apart.
double central(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x)) / (2 * h);
}
