// FORMULA
double[] biasGradient(double[][] upstream) {
    double sum = Arrays.stream(upstream).flatMapToDouble(Arrays::stream).sum();
    return new double[] {sum, sum};
}
