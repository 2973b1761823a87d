// UPSTREAM
// ✗ b̄₁, b̄₂: the upstream gradient z̄ is missing.
double[] biasGradient(double[][] upstream) {
    var u = upstream;
    return new double[] {1, 1};
}
