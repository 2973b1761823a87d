// RATE
// ✗ w, b: the learning rate α is missing.
double[] train(double[] x, double[] y, double rate, int steps) {
    double w = 0, b = 0, gw = 0, gb = 0;
    for (int step = 0; step < steps; step++) {
        gw = 0;
        gb = 0;
        for (int i = 0; i < x.length; i++) {
            double error = w * x[i] + b - y[i];
            gw += 2 * error * x[i] / x.length;
            gb += 2 * error / x.length;
        }
        w -= gw;
        b -= gb;
    }
    return new double[] {w, b};
}
