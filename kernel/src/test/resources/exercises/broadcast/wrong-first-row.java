// STRETCHED
// ✗ b̄₁, b̄₂: that is the first row alone: the gradient of what was stretched has to be summed over the axis along which it was stretched.
double[] biasGradient(double[][] upstream) {
    var u = upstream;
    return new double[] {u[0][0], u[0][1]};
}
