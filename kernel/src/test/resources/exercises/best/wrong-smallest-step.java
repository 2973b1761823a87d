// STEP_SMALL
// ✗ forward(sin), central(sin), forward(exp), central(exp): the step h is too small: the difference drowns in rounding.
double[] bestSteps(DoubleUnaryOperator f, double x, double slope, double[] steps) {
    double last = steps[steps.length - 1];
    return new double[] {last, last};
}
