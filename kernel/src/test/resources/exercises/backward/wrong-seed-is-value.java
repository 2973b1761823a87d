// SEED
double[] backwardPass(double a, double b, double c) {
    double m = a + b;
    double s = m * c;
    return new double[] {s, s * m, s * c, s * c, s * c};
}
