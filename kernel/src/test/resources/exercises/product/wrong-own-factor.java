// FORMULA
// ✗ x̄₁, x̄₂, x̄₃: that is z̄·x, its own factor: the local gradient is the product of the others.
double[] productBackward(double[] x, double upstream) {
    double z = 1;
    for (double each : x) {
        z *= each;
    }
    var grads = new double[x.length];
    for (int d = 0; d < x.length; d++) {
        double others = 1, sum = 0, before = 1, behind = 1;
        for (int i = 0; i < x.length; i++) {
            others *= i == d ? 1 : x[i];
            sum += i == d ? 0 : x[i];
            before *= i < d ? x[i] : 1;
            behind *= i > d ? x[i] : 1;
        }
        grads[d] = upstream * x[d];
    }
    return grads;
}
