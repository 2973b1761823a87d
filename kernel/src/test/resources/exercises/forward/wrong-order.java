// SWAPPED
double[] forwardValues() {
    return new double[] {7, 6, 49};
}
