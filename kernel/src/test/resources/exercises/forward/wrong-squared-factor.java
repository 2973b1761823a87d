// OP
double[] forwardValues() {
    return new double[] {9, 10, 100};
}
