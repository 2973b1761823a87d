// STRETCHED
// ✗ b̄₁, b̄₂: that is the last row alone: the gradient of what was stretched has to be summed over the axis along which it was stretched.
double[] biasGradient(double[][] upstream) {
    var u = upstream;
    return new double[] {u[1][0], u[1][1]};
}
