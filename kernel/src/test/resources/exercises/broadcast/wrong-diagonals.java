// FORMULA
// ✗ b̄₁, b̄₂: that is the sum along the diagonals: b₁ stands in the first column alone.
double[] biasGradient(double[][] upstream) {
    var u = upstream;
    return new double[] {u[0][0] + u[1][1], u[0][1] + u[1][0]};
}
