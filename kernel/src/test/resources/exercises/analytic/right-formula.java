double[] gradient(double x, double y) {
    DoubleUnaryOperator s = t -> Math.exp(t) / (1 + Math.exp(t));
    DoubleUnaryOperator slope = t -> s.applyAsDouble(t) - Math.pow(s.applyAsDouble(t), 2);
    double below = s.applyAsDouble(x) + (x + y) * (x + y), f = (x + s.applyAsDouble(y)) / below;
    return new double[] {
        (1 - f * (slope.applyAsDouble(x) + 2 * (x + y))) / below,
        (slope.applyAsDouble(y) - f * 2 * (x + y)) / below};
}
