// LOCAL
// ✗ x̄: that is z̄ alone: the local gradient is missing.
double tanhBackward(double z, double upstream) {
    return upstream;
}
