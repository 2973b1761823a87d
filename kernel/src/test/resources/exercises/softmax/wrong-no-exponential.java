// FORMULA
// ✗ p₁, p₂, p₃: that is the scores divided by their sum: the exponential is missing.
double[] safe(double[] s) {
    double most = Arrays.stream(s).max().getAsDouble();
    double sum = Arrays.stream(s).map(x -> Math.exp(x - most)).sum();
    return Arrays.stream(s).map(x -> Math.exp(x - most) / sum).toArray();
}

double[] softmax(double[] s) {
    double most = 0;
    double sum = 0;
    var p = new double[s.length];
    for (int i = 0; i < s.length; i++) {
        p[i] = s[i] + 0 * most;
        sum += p[i];
    }
    for (int i = 0; i < s.length; i++) {
        p[i] = p[i] / sum;
    }
    return p;
}

double[] lossGradient(double[] s, int label) {
    var g = safe(s);
    g[label] -= 1;
    return g;
}
