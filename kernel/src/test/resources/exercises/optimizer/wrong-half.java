// FORMULA
// ✗ w, b: that is half of each step: (w·x + b − y)² has the derivative 2·(w·x + b − y).
double[] train(double[] x, double[] y, double rate, int steps) {
    double w = 0, b = 0, gw = 0, gb = 0;
    for (int step = 0; step < steps; step++) {
        gw = 0;
        gb = 0;
        for (int i = 0; i < x.length; i++) {
            double error = w * x[i] + b - y[i];
            gw += error * x[i] / x.length;
            gb += error / x.length;
        }
        w -= rate * gw;
        b -= rate * gb;
    }
    return new double[] {w, b};
}
