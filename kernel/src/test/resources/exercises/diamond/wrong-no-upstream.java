// UPSTREAM
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return new double[] {b + 1, a + 1};
}
