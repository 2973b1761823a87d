// FORMULA
// ✗ x̄: that is z̄·(1 − z)²: the square belongs to z alone.
double tanhBackward(double z, double upstream) {
    return upstream * (1 - z) * (1 - z);
}
