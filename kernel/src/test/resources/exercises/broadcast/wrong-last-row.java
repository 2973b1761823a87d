// STRETCHED
double[] biasGradient(double[][] upstream) {
    var u = upstream;
    return new double[] {u[1][0], u[1][1]};
}
