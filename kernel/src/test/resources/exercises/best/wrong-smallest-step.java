// STEP_SMALL
double[] bestSteps(DoubleUnaryOperator f, double x, double slope, double[] steps) {
    double last = steps[steps.length - 1];
    return new double[] {last, last};
}
