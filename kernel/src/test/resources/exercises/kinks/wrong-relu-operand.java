// OPERAND
// ✗ ∂relu/∂x: that is x itself.
double reluGradient(double x) {
    return x;
}

double[] maxBackward(double x, double y, double upstream) {
    return new double[] {x > y ? upstream : x < y ? 0 : upstream / 2, y > x ? upstream : y < x ? 0 : upstream / 2};
}
