// FORMULA
// ✗ x̄: that is z̄·(1 + z²), with a plus.
double tanhBackward(double z, double upstream) {
    return upstream * (1 + z * z);
}
