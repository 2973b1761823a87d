// OP
double[] forwardValues() {
    return new double[] {1.5, 2.5, 6.25};
}
