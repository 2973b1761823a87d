// FORMULA
// ✗ x̄: that is z̄·(1 − z): the square is missing.
double tanhBackward(double z, double upstream) {
    return upstream * (1 - z);
}
