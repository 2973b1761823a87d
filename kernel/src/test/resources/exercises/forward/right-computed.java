double[] forwardValues() {
    double x1 = 1, x2 = 2, a = 3;
    double u = a * x2;
    double y = x1 + u;
    return new double[] {u, y, y * y};
}
