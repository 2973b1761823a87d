// FORMULA
// ✗ x̄, ȳ: that is z̄·x·y: towards x the local gradient is y alone.
double[] mulBackward(double x, double y, double upstream) {
    return new double[] {upstream * x * y, upstream * x * y};
}
