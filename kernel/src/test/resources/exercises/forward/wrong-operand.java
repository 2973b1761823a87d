// OPERAND
double[] forwardValues() {
    return new double[] {2, 7, 49};
}
