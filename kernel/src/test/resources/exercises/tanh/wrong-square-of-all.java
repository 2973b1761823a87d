// FORMULA
double tanhBackward(double z, double upstream) {
    return upstream * (1 - z) * (1 - z);
}
