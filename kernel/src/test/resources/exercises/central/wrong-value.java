// VALUE
// ✗ x³, sin: that is the value f(x), not a gradient.
double central(DoubleUnaryOperator f, double x, double h) {
    return f.applyAsDouble(x);
}
