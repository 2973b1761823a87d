// FORMULA
// ✗ x̄: that is z̄ divided by 1 − z²: the chain rule multiplies.
double tanhBackward(double z, double upstream) {
    return upstream / (1 - z * z);
}
