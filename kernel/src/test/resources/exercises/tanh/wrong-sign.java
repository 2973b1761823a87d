// SIGN
double tanhBackward(double z, double upstream) {
    return upstream * (z * z - 1);
}
