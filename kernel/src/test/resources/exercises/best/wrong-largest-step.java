// STEP_LARGE
double[] bestSteps(DoubleUnaryOperator f, double x, double slope, double[] steps) {
    return new double[] {steps[0], steps[0]};
}
