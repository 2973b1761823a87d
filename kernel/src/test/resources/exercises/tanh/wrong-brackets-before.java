// FORMULA
double tanhBackward(double z, double upstream) {
    return 1 - z * z * upstream;
}
