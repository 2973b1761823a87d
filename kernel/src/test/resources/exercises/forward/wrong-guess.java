//
// ✗ No known mistake explains all of your answers. %hint forward helps.
double[] forwardValues() {
    return new double[] {6, 7, 48};
}
