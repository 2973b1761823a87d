double[] diamond(double a, double b) {
    double u = a * b, v = a + b;
    double aBar = 0, bBar = 0;
    double uBar = v, vBar = u;
    aBar += vBar;
    bBar += vBar;
    aBar += uBar * b;
    bBar += uBar * a;
    return new double[] {aBar, bBar};
}
