double[] backwardPass(double a, double b, double c) {
    double m = a + b, one = 1;
    double[] bar = new double[5];
    bar[0] = one;
    bar[1] = bar[0] * m;
    bar[2] = bar[0] * c;
    for (int i = 3; i < 5; i++) {
        bar[i] = bar[2] * 1;
    }
    return bar;
}
