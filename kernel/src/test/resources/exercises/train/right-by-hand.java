class Net {
    final int n = 8;
    final double[] a = new double[n], b = new double[n], c = new double[n], w = new double[n];
    final double[] ga = new double[n], gb = new double[n], gc = new double[n], gw = new double[n];
    double bias, gBias;

    Net(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < n; i++) {
            a[i] = random.nextGaussian();
            b[i] = random.nextGaussian();
            c[i] = random.nextGaussian() / 2;
            w[i] = random.nextGaussian() / 2;
        }
    }

    double hidden(int i, double x1, double x2) {
        return Math.tanh(a[i] * x1 + b[i] * x2 + c[i]);
    }

    double predict(double x1, double x2) {
        double s = bias;
        for (int i = 0; i < n; i++) {
            s += w[i] * hidden(i, x1, x2);
        }
        return 1 / (1 + Math.exp(-s));
    }

    void zero() {
        for (double[] each : List.of(ga, gb, gc, gw)) {
            Arrays.fill(each, 0);
        }
        gBias = 0;
    }

    void step(double[][] x, double[] y, double rate) {
        zero();
        for (int k = 0; k < y.length; k++) {
            double error = (predict(x[k][0], x[k][1]) - y[k]) / y.length;
            gBias += error;
            for (int i = 0; i < n; i++) {
                double h = hidden(i, x[k][0], x[k][1]);
                gw[i] += error * h;
                double d = error * w[i] * (1 - h * h);
                ga[i] += d * x[k][0];
                gb[i] += d * x[k][1];
                gc[i] += d;
            }
        }
        for (int i = 0; i < n; i++) {
            a[i] -= rate * ga[i];
            b[i] -= rate * gb[i];
            c[i] -= rate * gc[i];
            w[i] -= rate * gw[i];
        }
        bias -= rate * gBias;
    }

    void fit(double[][] x, double[] y) {
        for (int i = 0; i < 2000; i++) {
            step(x, y, 1.0);
        }
    }
}
