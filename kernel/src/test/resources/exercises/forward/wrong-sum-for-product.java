// OP
double[] forwardValues() {
    return new double[] {5, 6, 36};
}
