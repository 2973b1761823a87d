double tanhBackward(double z, double upstream) {
    double local = (1 - z) * (1 + z);
    return local * upstream;
}
