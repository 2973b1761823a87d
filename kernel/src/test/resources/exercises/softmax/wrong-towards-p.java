// FORMULA
// ✗ s̄₁, s̄₂, s̄₃: that is −y/p, the gradient towards p: softmax's own backward is still missing.
double[] softmax(double[] s) {
    double most = Arrays.stream(s).max().getAsDouble();
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
    g = new double[s.length];
    g[label] = -1 / softmax(s)[label];
    return g;
}
