double sigmoid(double x) {
    var e = Math.exp(x);
    return e / (e + 1);
}

static double sigmoidGradient(Double x) {
    double e = Math.exp(-x), d = 1 + e;
    return e / (d * d);
}
