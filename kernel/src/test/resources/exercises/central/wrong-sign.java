// SIGN
// ✗ x³, sin: the sign is wrong.
double central(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x - h) - f.applyAsDouble(x + h)) / (2 * h);
}
