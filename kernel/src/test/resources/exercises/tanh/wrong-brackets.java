// FORMULA
// ✗ x̄: that is z̄ − z²: brackets are missing.
double tanhBackward(double z, double upstream) {
    return upstream * 1 - z * z;
}
