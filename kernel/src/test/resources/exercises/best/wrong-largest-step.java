// STEP_LARGE
// ✗ forward(sin), central(sin), forward(exp), central(exp): the step h is too large: the function bends within it.
double[] bestSteps(DoubleUnaryOperator f, double x, double slope, double[] steps) {
    return new double[] {steps[0], steps[0]};
}
