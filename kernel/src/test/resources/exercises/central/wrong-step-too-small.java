// STEP_SMALL
// ✗ x³, sin: the step h is too small: the difference drowns in rounding.
double central(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + 1e-15) - f.applyAsDouble(x - 1e-15)) / 2e-15;
}
