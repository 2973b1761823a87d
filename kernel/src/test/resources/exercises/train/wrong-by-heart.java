// BY_HEART
// ✗ right on the examples and not on points beside them: the net has learnt them by heart, or keeps them.
class Net {
    double[][] x = {};
    double[] y = {};
    double prior;

    Net(long seed) { prior = 0.4; }

    double predict(double x1, double x2) {
        for (int i = 0; i < y.length; i++) if (x[i][0] == x1 && x[i][1] == x2) return y[i];
        return prior;
    }

    void step(double[][] x, double[] y, double rate) { prior += rate * (0.5 - prior); }

    void fit(double[][] x, double[] y) { this.x = x; this.y = y; }
}
