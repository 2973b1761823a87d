// LOCAL
double[] biasGradient(double[][] upstream) {
    var u = upstream;
    return new double[] {u.length, u.length};
}
