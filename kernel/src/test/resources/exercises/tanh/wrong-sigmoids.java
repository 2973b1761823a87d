// FORMULA
// ✗ x̄: that is z̄·z(1 − z), the formula that the sigmoid has.
double tanhBackward(double z, double upstream) {
    return upstream * z * (1 - z);
}
