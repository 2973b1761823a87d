// FORMULA
// ✗ x̄: that is z̄·(1 − tanh²(z)): z is tanh x already.
double tanhBackward(double z, double upstream) {
    return upstream * (1 - Math.pow(Math.tanh(z), 2));
}
