// 
double[] forwardValues() {
    return new double[] {6, 7, 48};
}
