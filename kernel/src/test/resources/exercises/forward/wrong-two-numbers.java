// COUNT
double[] forwardValues() {
    return new double[] {6, 49};
}
