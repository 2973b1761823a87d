// FORMULA
// ✗ x³, sin: that is the difference itself: divide by 2h.
double central(DoubleUnaryOperator f, double x, double h) {
    return f.applyAsDouble(x + h) - f.applyAsDouble(x - h);
}
