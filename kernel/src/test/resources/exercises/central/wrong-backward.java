// BACKWARD
// ✗ x³, sin: that is the backward difference: take a step of h in both directions.
double central(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x) - f.applyAsDouble(x - h)) / h;
}
