// SIGN
// ✗ x̄: the sign is wrong.
double tanhBackward(double z, double upstream) {
    return upstream * (z * z - 1);
}
