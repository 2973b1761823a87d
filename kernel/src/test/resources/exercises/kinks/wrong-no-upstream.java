// UPSTREAM
// ✗ x̄, ȳ: the upstream gradient z̄ is missing.
double reluGradient(double x) {
    return x > 0 ? 1 : 0;
}

double[] maxBackward(double x, double y, double upstream) {
    return new double[] {x > y ? 1 : x < y ? 0 : 0.5, y > x ? 1 : y < x ? 0 : 0.5};
}
