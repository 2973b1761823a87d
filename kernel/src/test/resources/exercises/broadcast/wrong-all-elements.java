// COUNT
double[] biasGradient(double[][] upstream) {
    return Arrays.stream(upstream).flatMapToDouble(Arrays::stream).toArray();
}
