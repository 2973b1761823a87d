// VALUE
double tanhBackward(double z, double upstream) {
    return z;
}
