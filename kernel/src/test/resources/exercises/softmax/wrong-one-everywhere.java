// FORMULA
// ✗ s̄₁, s̄₃: that is p − 1 everywhere: only the label's entry has the 1.
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
    for (int i = 0; i < g.length; i++) {
        g[i] -= 1;
    }
    return g;
}
