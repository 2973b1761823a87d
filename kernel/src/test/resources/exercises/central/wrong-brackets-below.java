// FORMULA
// ✗ x³, sin: that is (f(x + h) − f(x − h)) / 2 · h: brackets around 2 · h are missing.
double central(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / 2 * h;
}
