// FORMULA
// ✗ x³, sin: that is the difference with h of your own: use the h that is given.
double central(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + 1e-5) - f.applyAsDouble(x - 1e-5)) / 2e-5;
}
