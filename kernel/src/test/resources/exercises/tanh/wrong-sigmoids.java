// FORMULA
double tanhBackward(double z, double upstream) {
    return upstream * z * (1 - z);
}
