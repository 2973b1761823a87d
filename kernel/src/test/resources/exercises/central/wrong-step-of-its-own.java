// FORMULA
double central(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + 1e-5) - f.applyAsDouble(x - 1e-5)) / 2e-5;
}
