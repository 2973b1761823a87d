// FORMULA
// ✗ x³, sin: that is the second difference, an estimate of f″: f′ is wanted.
double central(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + h) - 2 * f.applyAsDouble(x) + f.applyAsDouble(x - h)) / (h * h);
}
