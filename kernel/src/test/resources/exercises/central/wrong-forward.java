// FORWARD
// ✗ x³, sin: that is the forward difference: take a step of h in both directions.
double central(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h;
}
