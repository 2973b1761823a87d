// FORMULA
// ✗ b̄₁, b̄₂: that is the first row minus the second: contributions add up.
double[] biasGradient(double[][] upstream) {
    var u = upstream;
    return new double[] {u[0][0] - u[1][0], u[0][1] - u[1][1]};
}
