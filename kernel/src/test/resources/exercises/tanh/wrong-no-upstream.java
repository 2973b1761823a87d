// UPSTREAM
// ✗ x̄: the upstream gradient z̄ is missing.
double tanhBackward(double z, double upstream) {
    return 1 - z * z;
}
