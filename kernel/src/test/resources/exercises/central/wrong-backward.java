// BACKWARD
double central(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x) - f.applyAsDouble(x - h)) / h;
}
