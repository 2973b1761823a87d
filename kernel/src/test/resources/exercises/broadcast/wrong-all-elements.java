// COUNT
// ✗ 2 numbers are wanted (b̄₁, b̄₂), and your code gave 4
double[] biasGradient(double[][] upstream) {
    return Arrays.stream(upstream).flatMapToDouble(Arrays::stream).toArray();
}
