// FORMULA
// ✗ b̄₁, b̄₂: that is the sum of all elements: each column has its own.
double[] biasGradient(double[][] upstream) {
    double sum = Arrays.stream(upstream).flatMapToDouble(Arrays::stream).sum();
    return new double[] {sum, sum};
}
