// FORMULA
// ✗ x̄: that is z̄·(1 − 2z): the square of z is z·z.
double tanhBackward(double z, double upstream) {
    return upstream * (1 - 2 * z);
}
