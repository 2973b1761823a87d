// KINK
// ✗ x̄, ȳ: right except at the kink: where x = y the upstream gradient is shared, half to each; both get all of it.
double reluGradient(double x) {
    return x > 0 ? 1 : 0;
}

double[] maxBackward(double x, double y, double upstream) {
    return new double[] {x >= y ? upstream : 0, y >= x ? upstream : 0};
}
