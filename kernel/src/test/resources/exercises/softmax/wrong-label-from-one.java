// FORMULA
// ✗ s̄₁, s̄₂: that is p − y with the label counted from 1: it is counted from 0.
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
    g[label - 1] -= 1;
    return g;
}
