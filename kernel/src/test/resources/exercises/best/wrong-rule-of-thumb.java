// FORMULA
// ✗ forward(sin), central(sin), central(exp): that is the rule of thumb, √ε and ∛ε: here the best of the steps is to be found by trying them.
double[] bestSteps(DoubleUnaryOperator f, double x, double slope, double[] steps) {
    return new double[] {1e-8, 1e-5};
}
