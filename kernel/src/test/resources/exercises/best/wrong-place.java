// FORMULA
// ✗ forward(sin), central(sin), forward(exp), central(exp): that is the place of the best step in the array, and not the step.
double[] bestSteps(DoubleUnaryOperator f, double x, double slope, double[] steps) {
    int forward = 0, central = 0;
    for (int i = 0; i < steps.length; i++) {
        double h = steps[i], best = steps[forward], bestCentral = steps[central];
        if (Math.abs((f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h - slope)
                < Math.abs((f.applyAsDouble(x + best) - f.applyAsDouble(x)) / best - slope)) forward = i;
        if (Math.abs((f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h) - slope)
                < Math.abs((f.applyAsDouble(x + bestCentral) - f.applyAsDouble(x - bestCentral)) / (2 * bestCentral) - slope)) central = i;
    }
    return new double[] {forward, central};
}
