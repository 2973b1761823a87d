// COUNT
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return new double[] {v * b + u};
}
