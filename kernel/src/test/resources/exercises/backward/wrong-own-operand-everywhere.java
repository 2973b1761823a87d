// OTHER
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    return new double[] {1, c, m, m, m};
}
