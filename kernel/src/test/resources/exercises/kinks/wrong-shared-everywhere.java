// FORMULA
// ✗ x̄, ȳ: that is half to each everywhere: only a tie is shared.
double reluGradient(double x) {
    return x > 0 ? 1 : 0;
}

double[] maxBackward(double x, double y, double upstream) {
    return new double[] {upstream / 2, upstream / 2};
}
