double[] bestSteps(DoubleUnaryOperator f, double x, double slope, double[] steps) {
    double forward = 0, central = 0;
    double leastForward = Double.POSITIVE_INFINITY, leastCentral = Double.POSITIVE_INFINITY;
    for (double h : steps) {
        double errorForward = Math.abs((f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h - slope);
        double errorCentral = Math.abs((f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h) - slope);
        if (errorForward < leastForward) {
            leastForward = errorForward;
            forward = h;
        }
        if (errorCentral < leastCentral) {
            leastCentral = errorCentral;
            central = h;
        }
    }
    return new double[] {forward, central};
}
