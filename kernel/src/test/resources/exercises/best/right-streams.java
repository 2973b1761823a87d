double best(double[] steps, DoubleUnaryOperator error) {
    return Arrays.stream(steps).boxed().min(Comparator.comparing(h -> Math.abs(error.applyAsDouble(h)))).get();
}

double[] bestSteps(DoubleUnaryOperator f, double x, double slope, double[] steps) {
    return new double[] {
        best(steps, h -> 1 - (f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h / slope),
        best(steps, h -> 1 - (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / 2 / h / slope)};
}
