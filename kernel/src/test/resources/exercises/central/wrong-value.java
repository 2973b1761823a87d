// VALUE
double central(DoubleUnaryOperator f, double x, double h) {
    return f.applyAsDouble(x);
}
