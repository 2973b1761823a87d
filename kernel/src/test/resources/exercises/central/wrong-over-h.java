// FORMULA
// ✗ x³, sin: that is f(x + h) − f(x − h) over h: the two points are 2h apart.
double central(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / h;
}
