// OUTPUT
double tanhBackward(double z, double upstream) {
    return upstream * (1 - Math.pow(Math.tanh(z), 2));
}
