// OVERFLOW
// ✗ p₁, p₂, p₃, s̄₁, s̄₂, s̄₃: e to a large power is infinite, and ∞/∞ is no number: subtract the largest from all scores first.
double[] softmax(double[] s) {
    double most = 0;
    double sum = 0;
    var p = new double[s.length];
    for (int i = 0; i < s.length; i++) {
        p[i] = Math.exp(s[i] - most);
        sum += p[i];
    }
    for (int i = 0; i < s.length; i++) {
        p[i] = p[i] / sum;
    }
    return p;
}

double[] lossGradient(double[] s, int label) {
    var g = softmax(s);
    g[label] -= 1;
    return g;
}
