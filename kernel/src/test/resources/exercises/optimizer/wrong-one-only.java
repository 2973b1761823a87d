// FORMULA
// ✗ w, b: that is the result of the first step: the loop does not go on from there.
double[] train(double[] x, double[] y, double rate, int steps) {
    double w = 0, b = 0, gw = 0, gb = 0;
    for (int step = 0; step < 1; step++) {
        gw = 0;
        gb = 0;
        for (int i = 0; i < x.length; i++) {
            double error = w * x[i] + b - y[i];
            gw += 2 * error * x[i] / x.length;
            gb += 2 * error / x.length;
        }
        w -= rate * gw;
        b -= rate * gb;
    }
    return new double[] {w, b};
}
