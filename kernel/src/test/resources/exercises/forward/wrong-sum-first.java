// OP
double[] forwardValues() {
    return new double[] {6, 8, 49};
}
