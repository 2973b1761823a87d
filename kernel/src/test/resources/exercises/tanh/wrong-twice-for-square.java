// FORMULA
double tanhBackward(double z, double upstream) {
    return upstream * (1 - 2 * z);
}
