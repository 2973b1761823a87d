double[] productBackward(double[] x, double upstream) {
    int n = x.length;
    double[] grads = new double[n];
    double before = upstream;
    for (int d = 0; d < n; d++) {
        grads[d] = before;
        before *= x[d];
    }
    double behind = 1;
    for (int d = n - 1; d >= 0; d--) {
        grads[d] *= behind;
        behind *= x[d];
    }
    return grads;
}
