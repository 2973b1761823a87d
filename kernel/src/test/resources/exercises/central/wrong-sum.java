// FORMULA
// ✗ x³, sin: that is the sum f(x + h) + f(x − h) over 2h: take the difference.
double central(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + h) + f.applyAsDouble(x - h)) / (2 * h);
}
