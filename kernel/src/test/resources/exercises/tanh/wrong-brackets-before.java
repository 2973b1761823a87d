// FORMULA
// ✗ x̄: that is 1 − z²·z̄: brackets are missing.
double tanhBackward(double z, double upstream) {
    return 1 - z * z * upstream;
}
