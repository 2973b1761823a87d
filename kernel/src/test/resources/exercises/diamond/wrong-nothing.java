// NULL
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return null;
}
