// FORMULA
// ✗ ∂L/∂a, ∂L/∂b: that is what comes out with ū = u and v̄ = v: towards u the local gradient of u·v is v.
double[] diamond(double a, double b) {
    double u = a * b;
    double v = a + b;
    return new double[] {u * b + v, u * a + v};
}
