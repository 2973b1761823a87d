// FORMULA
// ✗ s̄₁, s̄₃: that is the entry of the label alone: the others get p.
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
    double own = g[label] - 1;
    g = new double[s.length];
    g[label] = own;
    return g;
}
