double[] gradient(double x, double y) {
    double sigY = 1 / (1 + Math.exp(-y));
    double num = x + sigY;
    double sigX = 1 / (1 + Math.exp(-x));
    double xpy = x + y;
    double den = sigX + xpy * xpy;

    double dNum = 1 / den;
    double dDen = num * -1 / (den * den);
    double dx = dNum;
    double dy = dNum * (1 - sigY) * sigY;
    dx += dDen * (1 - sigX) * sigX;
    dx += dDen * 2 * xpy;
    dy += dDen * 2 * xpy;
    return new double[] {dx, dy};
}
