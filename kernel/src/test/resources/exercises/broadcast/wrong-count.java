// FORMULA
// ✗ b̄₁, b̄₂: that is the number of rows: the rows of z̄ are summed, not counted.
double[] biasGradient(double[][] upstream) {
    var u = upstream;
    return new double[] {u.length, u.length};
}
